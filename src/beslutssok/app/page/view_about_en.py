"""The texts about the collection and the program, in English."""

from beslutssok.app.page.view_texts import AboutTexts

ABOUT_IN_ENGLISH = AboutTexts(
    title="About",
    lead="What has been read in and what is missing, how answers are made, and how accessible the "
    "page is.",
    contents="On this page",
    index_heading="What has been read in",
    coverage="Documents by body and month",
    coverage_note="The figure is the number of documents from the month. A dot means that none has "
    "been read in, which is not to say that there was no meeting.",
    no_coverage="No dated meetings have been read in.",
    month_cell="{month}: {documents}",
    no_document="none",
    gaps="Gaps in the paragraph numbers",
    gaps_note="These paragraphs (§) lack between the first and the last that has been read in. The "
    "minutes may exist without having been read in.",
    no_gaps="No gaps have been found in the numbers of paragraphs.",
    gap="{body} {year}: §§ {first}–{last}",
    gap_one="{body} {year}: § {first}",
    unread="Documents that could not be read",
    no_unread="All documents could be read.",
    unread_note="What is in them cannot be found until they have been read in anew.",
    doubts="Doubts",
    doubts_note="Here the program is not certain that it understood the document. Compare with the "
    "original. The notes are in Swedish.",
    no_doubts="The program has noted no doubts.",
    document="Document",
    reason="Why",
    remedy="What to do",
    pages_unread="Some pages could not be read:",
    how_heading="How answers are made",
    how=(
        "Answers are quotations from the documents, word for word, with their source: body, date, "
        "paragraph and page. No text is written by a language model.",
        "The documents are read once. The program tells proposals, motions, decisions, votes and "
        "reservations apart, and a proposal is never shown as a decision.",
        "When you ask, the program looks for passages that are like the question in words and in "
        "meaning. It chooses which quotations to show, and counts what can be counted.",
        "Where nothing comes close enough to the question, it says that the documents give no "
        "answer, and what it looked through.",
    ),
    limits_heading="What you cannot rely on",
    limits=(
        "What has not been read in does not exist for the program. That nothing is found does not "
        "mean that nothing was decided.",
        "The program may take the wrong passage for an answer. Check the source before you pass "
        "anything on.",
        "Text that was recognised in pictures may have errors. It is marked as such.",
        "The approved minutes are what counts, not this page.",
    ),
    access_heading="Accessibility",
    access_status="The page aims at WCAG 2.1 level AA, as the Swedish act (2018:1937) on access to "
    "digital public services (DOS-lagen) demands. It conforms in part; what is left stands below.",
    access_lacks_heading="Known shortcomings",
    access_lacks=(
        "PDF files are shown as they are. Others made them, and some lack tags, headings or text "
        "for screen readers. The text of every hit can be read on the page.",
        "The picture of a page of a document has no description of its own, beside the text of the "
        "item next to it.",
        "Recognised text may have errors that a screen reader will read aloud.",
        "The page needs JavaScript.",
        "Quotations, and the words between them in an answer, are in Swedish when the page is "
        "in English, and are marked so.",
        "The page has not yet been tried by users with various aids, or by an independent "
        "reviewer.",
    ),
    access_tested_heading="How the page was tested",
    access_tested="The page is tested automatically with axe-core, by keyboard alone, at phone "
    "size, in light and dark, and with reduced motion. This is an assessment of our own.",
    access_report_heading="Tell us if something does not work",
    access_report="Do you need content in another form, or have you found a shortcoming that is "
    "not here? Write to whoever provides this page.",
    access_contact="Contact: {contact}",
    access_no_contact="Whoever runs this page has not given a contact yet (the setting "
    "BESLUTSSOK_CONTACT).",
    access_authority_heading="Supervision",
    access_authority="If you are not content with the answer, you can report it to the authority "
    "that supervises the act: Myndigheten för digital förvaltning (Digg), or the one that has "
    "taken over its task.",
    program_heading="The program",
    version="Beslutssök, version {version}. Open source.",
    model="Search model: {model}. It compares the meaning of texts and writes nothing.",
    no_model="No search model is in use yet, as nothing has been read in.",
    privacy="Everything happens on the machine that runs the program. Questions, documents and "
    "files that are compared are sent nowhere else, and the page does not keep them.",
    month_letters=("J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"),
    rows=("row", "rows"),
)
