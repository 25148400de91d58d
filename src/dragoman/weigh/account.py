"""A statement with what weighing needs of it beside it: family, participants, goods, when and where, whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from dragoman.model import ActorRef, Document, Force, Mark, Place, Statement, Status, Time
from dragoman.weigh.correction import is_correction
from dragoman.weigh.origins import interests_of, origins_of_statement, speakers_apart
from dragoman.weigh.stages import Stage, is_by_wire, levels_of, stage_of
from dragoman.weigh.surroundings import names_around, words_around
from dragoman.weigh.vocabulary import Families, content_words, load_families, stem
from dragoman.weigh.when import Window, window_of

# So much after the trigger tells of the same deed.
TAIL_CHARACTERS = 90

Matter = tuple[str, frozenset[str]]

Actor = tuple[str, str, str]  # the role, where roles differ, the code for which a person acts, and who it is

BORROWED = "participants as in "  # how reading says that the parties were named for another happening
DESCRIBED = "people:"  # ids of those whom no name tells
PERSON = "person:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One statement as one side makes it: comparable with other accounts.

    `matter` is the family and the participants of what is accused, refused or asked, where the text tells it; `words`
    are the stems of the theme's words; `trigger` is the stem of the word that carries the type, `tail` what the
    evidence says after it, `told` the stems of its words and of the theme's; `people` are the persons who act, each
    with the code for which they do so, `names` the names near the statement, `said` the stems of its sentence. `window`
    are the days that come into question; `is_stated` says that the text tells them. `rulings` are what people ruled
    about it, the latest first.
    """

    statement: Statement
    status: Status
    family: str
    lasting: bool
    agents: frozenset[str]
    targets: frozenset[str]
    goods: frozenset[str]
    words: frozenset[str]
    tail: str
    told: frozenset[str]
    trigger: str
    matter: Matter | None
    time: Time
    is_stated: bool
    window: Window | None
    place: Place | None
    published: date | None
    people: frozenset[Actor]
    names: frozenset[str]
    said: frozenset[str]
    origins: tuple[str, ...]
    interests: tuple[str, ...]
    stage: Stage = Stage.UNSAID  # whether a meeting prepares another or is the one prepared
    levels: frozenset[tuple[str, str]] = frozenset()  # for which parties leaders meet, for which envoys
    by_wire: bool = False  # whether they talk through a telephone or the like
    is_borrowed: bool = False  # whether the parties are those of what was told before it
    rulings: tuple[Mark, ...] = ()
    is_correction: bool = False  # whether the words around it say that they correct what was told before
    dataset: str | None = None  # whose rows of coded events it is one of

    @property
    def everyone(self) -> frozenset[str]:
        """Return all participants."""
        return self.agents | self.targets

    @property
    def directed(self) -> bool:
        """Say whether it matters who gives and who receives."""
        is_pact = self.statement.type == "AGREE" and self.statement.mode != "promise"
        return bool(self.agents and self.targets) and not is_pact

    @property
    def names_targets(self) -> bool:
        """Say whether one of the targets is somebody known, and not only described ("81 fighters")."""
        return not self.targets or any(not ref.actor.startswith(DESCRIBED) for ref in self.statement.targets)

    @property
    def from_afar(self) -> bool:
        """Say whether the parties speak without seeing each other."""
        return self.by_wire or self.statement.mode == "call" or bool(self.told & load_families().afar_words)

    @property
    def is_refusal(self) -> bool:
        """Say whether a denial speaks of what is to come ("will not sign"): it contradicts nothing that happened."""
        if self.status is not Status.DENIED:
            return False
        evidence = self.statement.evidence
        before = evidence.quote[: max(0, evidence.trigger.start - evidence.start)]
        return bool(load_families().refusals.search(before))

    @property
    def document(self) -> str:
        """Return the id of the document that makes the statement."""
        return self.statement.document

    @property
    def is_voiced(self) -> bool:
        """Say whether a speaker named in the text says it."""
        return bool(self.statement.voices)

    @property
    def order(self) -> tuple[str, int, str]:
        """Return the place of the account among all, whatever the order in which they came."""
        return self.document, self.statement.evidence.start, self.statement.id


def accounts_of(
    statements: Iterable[Statement],
    documents: Mapping[str, Document],
    outlets: Mapping[str, str],
    rulings: Mapping[str, tuple[Mark, ...]] = MappingProxyType({}),
) -> list[Account]:
    """Return the accounts of all statements, in an order of their own; `rulings` are marks by a statement's id."""
    statements = list(statements)
    by_id = {s.id: s for s in statements}
    made = [
        replace(account, rulings=rulings[s.id]) if s.id in rulings else account
        for s in statements
        for side in _sides(s)
        for account in (_account(side, documents[s.document], outlets, _matter(s, by_id)),)
    ]
    return sorted(made, key=lambda a: (*a.order, a.status))


def _sides(statement: Statement) -> Iterator[Statement]:
    """Yield the statement for those who assert it, and once more, as denied, for those of its voices who deny it."""
    denying = [v for v in statement.voices if v.force is Force.DENIES]
    rest = tuple(v for v in statement.voices if v.force is not Force.DENIES)
    if not denying or not rest or statement.status is Status.DENIED or statement.voices[0].force is Force.DENIES:
        yield statement
        return
    yield replace(statement, voices=rest)
    yield replace(statement, voices=tuple(denying), status=Status.DENIED)


def _account(statement: Statement, document: Document, outlets: Mapping[str, str], matter: Matter | None) -> Account:
    families = load_families()
    goods = _goods(statement, families)
    words = content_words(statement.theme.text) if statement.theme else frozenset[str]()
    trigger = trigger_of(statement)
    agents, targets = _roles(statement, trigger, families)
    family = family_of(statement)
    time = statement.time
    speakers = speakers_apart(statement, document.text)
    return Account(
        statement=statement,
        status=statement.status,
        family=family,
        lasting=_is_lasting(statement, family, trigger, agents, targets),
        agents=agents,
        targets=targets,
        goods=goods,
        words=words,
        tail=_tail(statement),
        told=content_words(_tail(statement)) | words,
        trigger=trigger,
        matter=matter,
        time=time,
        is_stated=bool(time.start or time.end),
        window=window_of(time, statement.status, document.published),
        place=_place(statement, targets, families),
        published=document.published,
        people=_people(statement, family),
        names=names_around(statement, document),
        said=words_around(statement, document),
        stage=stage_of(statement, document),
        levels=levels_of(statement, document, trigger),
        by_wire=is_by_wire(statement, document),
        is_borrowed=any(reason.startswith(BORROWED) for reason in statement.reasons),
        origins=origins_of_statement(statement, speakers, outlets),
        interests=interests_of(statement, speakers, outlets),
        is_correction=is_correction(statement.evidence, document.text),
        dataset=outlets[document.id] if document.is_coded else None,
    )


def _goods(statement: Statement, families: Families) -> frozenset[str]:
    """Return the categories of goods that the theme names, else that which the verb does ("arms")."""
    named = frozenset(statement.theme.goods) - families.vague_goods if statement.theme else frozenset[str]()
    if named or families.family.get(statement.type) != "transfer":
        return named
    implied = families.goods_in_word.get(trigger_of(statement))
    return frozenset({implied} if implied else ())


def family_of(statement: Statement) -> str:
    """Return the family in which the statement's type is compared: an arms deal is an account of arms that move."""
    family = load_families().family.get(statement.type, statement.type)
    if (
        family == "pact"
        and _has_goods(statement)
        and len({a.code for a in (*statement.agents, *statement.targets)}) > 1
    ):
        return "transfer"
    if family == "pact" and trigger_of(statement) in load_families().pledge_words:
        return "pledge"
    return family


def trigger_of(statement: Statement) -> str:
    """Return the stem of the word that carries the statement's type."""
    evidence = statement.evidence
    start = evidence.trigger.start - evidence.start
    return stem(evidence.quote[start : start + evidence.trigger.end - evidence.trigger.start].split(" ")[0])


def _tail(statement: Statement) -> str:
    evidence = statement.evidence
    return evidence.quote[max(0, evidence.trigger.end - evidence.start) :][:TAIL_CHARACTERS]


def _roles(statement: Statement, trigger: str, families: Families) -> tuple[frozenset[str], frozenset[str]]:
    """Return the agents and targets, the visitor first where the words tell of the host."""
    agents, targets = _codes(statement.agents), _codes(statement.targets)
    if statement.mode == "visit" and trigger in families.host_words and agents and targets:
        return targets, agents
    return agents, targets


def _place(statement: Statement, targets: frozenset[str], families: Families) -> Place | None:
    """Return where it happens; a visit without a named place happens in its host's country."""
    if statement.place is None and statement.mode == "visit" and len(targets) == 1:
        (host,) = targets
        names = {r.code: r.name for r in (*statement.agents, *statement.targets)}
        return Place(text=names[host], country=host, precision="country")
    return statement.place


def _matter(statement: Statement, by_id: Mapping[str, Statement]) -> Matter | None:
    for link in statement.links:
        told = by_id.get(link.statement)
        if link.kind == "content" and told is not None:
            return family_of(told), _codes((*told.agents, *told.targets))
    return None


def _people(statement: Statement, family: str) -> frozenset[Actor]:
    mutual = family in load_families().mutual
    sides = (("" if mutual else "agent", statement.agents), ("" if mutual else "target", statement.targets))
    return frozenset((role, r.code, r.actor) for role, refs in sides for r in refs if r.actor.startswith(PERSON))


def _codes(refs: Iterable[ActorRef]) -> frozenset[str]:
    return frozenset(ref.code for ref in refs)


def _is_lasting(
    statement: Statement, family: str, trigger: str, agents: frozenset[str], targets: frozenset[str]
) -> bool:
    """Say whether it is a state of affairs; what tells too little of a state to be met by another account is none."""
    families = load_families()
    everyone = agents | targets
    if family == "fight":
        return trigger in families.war_words and len(everyone) > 1
    if len(everyone) < 2 and family in (*families.ties, "transfer"):
        return False
    if family == "transfer":
        return trigger in families.standing_words or trigger in families.goods_in_word or _has_goods(statement)
    if trigger in families.deed_words:
        return False
    if family == "sanction":
        return bool(targets)
    return family in families.lasting or statement.type in families.lasting


def _has_goods(statement: Statement) -> bool:
    return bool(statement.theme and set(statement.theme.goods) - load_families().vague_goods)
