// Following a number lights the words it stands for: beside the findings where there is room, else in a sheet over them.
// Without scripts the link alone leads to the first of them.
(() => {
  const pane = document.getElementById("sources");
  const sheet = document.getElementById("sheet");
  const wide = window.matchMedia("(min-width: 60rem)");
  let from = null;

  const light = (statements) => {
    const lit = [];
    document.querySelectorAll("#sources mark").forEach((mark) => {
      const on = mark.dataset.s.split(" ").some((s) => statements.includes(s));
      mark.classList.toggle("lit", on);
      if (on) lit.push(mark);
    });
    return lit;
  };

  const showBeside = (marks) => {
    const top = marks[0].getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += top - Math.min(120, pane.clientHeight / 4);
    pane.focus({ preventScroll: true });
  };

  const showOver = (marks, hash) => {
    const article = sheet.querySelector("article");
    const source = marks[0].closest("article");
    article.replaceChildren(...[...source.querySelectorAll("h3, .about")].map((part) => part.cloneNode(true)));
    new Set(marks.map((mark) => mark.closest("p"))).forEach((p) => article.append(p.cloneNode(true)));
    article.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    sheet.querySelector(".whole").hash = hash;
    sheet.showModal();
    sheet.querySelector("button").focus();
  };

  document.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest(".whole")) sheet.close();
    const link = event.target.closest("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const marks = light(link.dataset.s.split(" "));
    if (!marks.length) return;
    event.preventDefault();
    from = link;
    document.querySelectorAll("a.cite[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
    if (wide.matches) showBeside(marks); else showOver(marks, link.hash);
  });

  // Escape leads back from the sources to the finding.
  pane.addEventListener("keydown", (event) => { if (event.key === "Escape" && from) from.focus(); });

  const fromAddress = () => {
    // A mark of a picture may lead to a row of a closed table, or to a folded line.
    const target = document.getElementById(location.hash.slice(1));
    let folded = target && target.closest("details:not([open])");
    for (; folded; folded = target.closest("details:not([open])")) folded.open = true;
    const statement = location.hash.slice(2);
    if (location.hash.startsWith("#s") && document.getElementById("s" + statement)) light([statement]);
  };
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
