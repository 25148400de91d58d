// Following a number lights all pieces of the words it stands for; without scripts the link alone leads there.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.cite");
  if (!link) return;
  const statement = link.hash.slice(2);
  document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
  document.querySelectorAll("mark").forEach((mark) => {
    if (mark.dataset.s.split(" ").includes(statement)) mark.classList.add("lit");
  });
});
