"""Sentences that contradict a fact of the made case, and sentences that do not.

Each with the facts that its block states, and those that are otherwise than in the made case.
"""

from __future__ import annotations

from typing import Any

Tried = tuple[str, tuple[str, ...], dict[str, Any]]

CONTRADICTING: dict[str, list[Tried]] = {
    "A.age": [
        ("Amira, 15, came in with her aunt.", (), {}),
        ("It was Amira (15) who told the teacher.", (), {}),
        ("Amira is 15 and likes chess.", (), {}),
        ("Amira, who is fifteen, sat by the window.", (), {}),
        ("A 15-year-old Amira waited outside.", (), {}),
        ("Amira: 15, of Tansy Row.", (), {}),
        ("Amira, aged 15, was there.", ("A.age",), {}),
        ("Amira rang. She is 13, and a reader.", ("A.age", "B.age"), {"B_age": 13}),
    ],
    "A.home": [
        ("Amira lives at Tansy Row, in the county.", ("A.home",), {}),
        ("Amira, Tansy Row, county.", ("A.home",), {}),
        ("Amira lives at Tansy Row (county), Leo at Weir Bank (county).", ("A.home", "B.home"), {}),
        ("Amira and Leo live in the county.", ("A.home", "B.home"), {}),
        ("Her home is out in the county.", ("A.home",), {}),
        ("Amira has a county address.", ("A.home",), {}),
        (
            "Amira came alone. She lives in the county, by the river, and drives to school.",
            ("A.home", "B.home"),
            {},
        ),
        ("Leo at Weir Bank and Amira at Tansy Row, both in the county.", ("A.home", "B.home"), {}),
    ],
    "A.previous": [
        (
            "Police systems have no entry for Amira.",
            ("A.previous",),
            {"A_previous": "police_warning_1978_documented"},
        ),
        ("Amira: no trace.", ("A.previous",), {"A_previous": "police_warning_1978_documented"}),
        ("Amira is not known to police.", ("A.previous",), {"A_previous": "police_warning_1978_documented"}),
        (
            "The search on Amira returned nothing.",
            ("A.previous",),
            {"A_previous": "police_warning_other_offence"},
        ),
        (
            "Amira has never come to notice.",
            ("A.previous",),
            {"A_previous": "police_warning_1978_documented"},
        ),
        ("Amira was warned by police of the offences under the 1978 Act in May.", ("A.previous",), {}),
        (
            "Amira was warned under the 1978 Act, and it was recorded.",
            ("A.previous",),
            {"A_previous": "school_sanction"},
        ),
    ],
    "A.agrees": [
        ("Amira did not agree to a reset.", ("A.agrees",), {}),
        ("She would not agree to delete it.", ("A.agrees",), {}),
        ("Amira refused to have it deleted.", ("A.agrees",), {}),
        ("Amira does not agree.", ("A.agrees",), {}),
        ("Amira agreed that it should be deleted.", ("A.agrees",), {"A_agrees": False}),
        ("Amira wants it deleted.", ("A.agrees",), {"A_agrees": False}),
        ("Amira agrees to deletion.", ("A.agrees",), {"A_agrees": False}),
        ("Amira and Leo agreed to delete it.", ("A.agrees", "B.agrees"), {"A_agrees": False}),
    ],
    "A.deletion": [
        ("Amira reset her phone, and PC Arkwell was satisfied of it.", ("A.deletion",), {}),
        ("Amira's phone has been reset, and I was satisfied.", ("A.deletion",), {"A_deletion": "doubted"}),
        ("The officer was satisfied that nothing was left.", ("A.deletion",), {}),
        ("The officer is not satisfied.", ("A.deletion",), {"A_deletion": "satisfied"}),
        ("Amira has not deleted it.", ("A.deletion",), {"A_deletion": "satisfied"}),
        ("The image is still on her phone.", ("A.deletion",), {"A_deletion": "satisfied"}),
        ("Amira has not yet deleted it.", ("A.deletion",), {"A_deletion": "satisfied"}),
    ],
    "A.parents": [
        ("Amira's father is the subject of an enquiry.", ("A.parents",), {}),
        ("Amira's parents are both subjects of an open investigation.", ("A.parents",), {}),
        ("Her mother is named in it.", ("A.parents",), {}),
        ("Amira's stepfather is suspected of it.", ("A.parents",), {}),
        ("There is no objection to any parent being told.", ("A.parents",), {"A_parents": "implicated"}),
        ("All the parents may be told.", ("A.parents", "B.parents"), {"A_parents": "implicated"}),
        ("Any of the parents can be approached.", ("A.parents",), {"A_parents": "implicated"}),
    ],
    "B.acts": [
        ("Leo sent it on to two others.", ("B.acts",), {}),
        ("Leo (15) forwarded it to Priya.", ("B.acts",), {}),
        ("Leo deleted it at once.", ("B.acts",), {}),
        ("Leo had deleted it when it came.", ("B.acts",), {}),
        ("Leo posted it in the chat of the band.", ("B.acts",), {}),
        ("Leo showed it to Priya.", ("B.acts",), {}),
        ("Leo has it still.", ("B.acts",), {"B_acts": ["deleted_on_receipt"]}),
    ],
    "consensual": [
        ("Amira did not consent to it.", ("consensual",), {}),
        ("She did not consent to being taken.", ("consensual",), {}),
        ("It was taken without her consent.", ("consensual",), {}),
        ("The image was taken without her knowledge.", ("consensual",), {}),
        ("He had not asked Amira and she did not consent.", ("consensual",), {}),
        ("The images were taken without their consent.", ("consensual",), {}),
    ],
    "investigation": [
        ("No investigation has been opened.", ("investigation",), {"investigation": "initial"}),
        ("There was no investigation.", ("investigation",), {"investigation": "full_concluded"}),
        ("An initial investigation was opened on Monday.", ("investigation",), {}),
        ("The initial investigation has been concluded.", ("investigation",), {"investigation": "full"}),
        ("The full investigation is concluded.", ("investigation",), {"investigation": "initial_concluded"}),
        ("A full investigation was begun in May.", ("investigation",), {}),
    ],
}

AGREEING: dict[str, list[Tried]] = {
    "A.age": [
        ("Amira, 14, came in with Leo, 15.", (), {}),
        ("Amira is fourteen.", (), {}),
        ("Amira is 15 minutes late.", (), {}),
        ("Amira: 16.40, by the gate.", (), {}),
        ("Amira would be 15, if the note were right.", (), {}),
        ("Is Amira 15?", (), {}),
        ("Amira's sister is 16.", (), {}),
        ("Amira, 3 June, at school.", (), {}),
        ("Leo told Amira on the 15th.", (), {}),
        ("A record has Amira, aged 9, as a witness.", (), {}),
    ],
    "A.home": [
        ("Amira lives in the city, Leo in the county.", ("A.home", "B.home"), {}),
        ("Amira lives at Tansy Row (city), Leo at Weir Bank (county).", ("A.home", "B.home"), {}),
        ("The county's worker rang about Amira, of Tansy Row in the city.", ("A.home",), {}),
        ("Amira, a runner for the county, lives in the city.", ("A.home",), {}),
        ("Amira went to college in the county.", (), {}),
        ("Amira moved from the county to the city in May.", ("A.home",), {}),
        ("Does Amira live in the county? No, in the city.", ("A.home",), {}),
        ("City and county were both asked about Amira.", (), {}),
    ],
    "A.previous": [
        ("Amira has no entry.", ("A.previous",), {}),
        (
            "Amira was warned by police of the offences under the 1978 Act, and the entry is complete.",
            ("A.previous",),
            {"A_previous": "police_warning_1978_documented"},
        ),
        (
            "Amira has no entry, but an officer remembers warning her.",
            ("A.previous",),
            {"A_previous": "police_warning_other_offence"},
        ),
        (
            "Amira has one entry, for a moped. Leo: no trace.",
            ("A.previous", "B.previous"),
            {"A_previous": "police_warning_other_offence"},
        ),
        (
            "No entry for Leo, and none for Priya. Amira has a warning under the 1978 Act, entered in May.",
            ("A.previous", "B.previous", "C.previous"),
            {"A_previous": "police_warning_1978_documented"},
        ),
        ("Has Amira no entry?", ("A.previous",), {"A_previous": "police_warning_1978_documented"}),
        ("Her school has no record of it.", (), {"A_previous": "police_warning_1978_documented"}),
    ],
    "A.agrees": [
        ("Amira agreed that it should be deleted.", ("A.agrees",), {}),
        ("Amira did not agree to a reset.", ("A.agrees",), {"A_agrees": False}),
        ("Her father agreed to deletion on her behalf; Amira said no.", ("A.agrees",), {"A_agrees": False}),
        ("Leo did not agree to a reset. Amira did.", ("A.agrees", "B.agrees"), {"B_agrees": False}),
        (
            "Amira was asked whether she agreed to deletion, and shook her head.",
            ("A.agrees",),
            {"A_agrees": False},
        ),
        ("Would Amira agree to deletion? She would not say.", ("A.agrees",), {"A_agrees": False}),
        ("Amira agreed to wait.", ("A.agrees",), {"A_agrees": False}),
        ("At first she did not agree; now she does.", ("A.agrees",), {}),
    ],
    "A.deletion": [
        (
            "Amira reset her phone, and PC Arkwell was satisfied of it.",
            ("A.deletion",),
            {"A_deletion": "satisfied"},
        ),
        ("The officer was not satisfied.", ("A.deletion",), {"A_deletion": "doubted"}),
        ("Amira has not deleted it.", ("A.deletion",), {}),
        ("The image is still on her phone.", ("A.deletion",), {}),
        (
            "Amira had kept it until Tuesday; it was still on her phone then.",
            ("A.deletion",),
            {"A_deletion": "satisfied"},
        ),
        (
            "Leo has not deleted it. Amira has, and I saw it.",
            ("A.deletion", "B.deletion"),
            {"A_deletion": "satisfied"},
        ),
        ("Is it still on her phone? It is not.", ("A.deletion",), {"A_deletion": "satisfied"}),
    ],
    "A.parents": [
        ("Amira's father is the subject of an enquiry.", ("A.parents",), {"A_parents": "implicated"}),
        ("There is no objection to any parent being told.", ("A.parents", "B.parents"), {}),
        (
            "Leo's father is the subject of an enquiry; nothing on Amira's.",
            ("A.parents", "B.parents"),
            {"B_parents": "implicated"},
        ),
        (
            "All the parents may be told, except Amira's.",
            ("A.parents", "B.parents"),
            {"A_parents": "implicated"},
        ),
        ("Amira's mother is not named in it.", ("A.parents",), {}),
        ("Her father was the subject of an enquiry years ago, closed.", ("A.parents",), {}),
    ],
    "B.acts": [
        ("Leo kept it.", ("B.acts",), {}),
        ("Leo sent it on to two others.", ("B.acts",), {"B_acts": ["forwarded"]}),
        ("Leo had not sent it on to anybody.", ("B.acts",), {}),
        ("A girl said that Leo sent it on to two others.", ("B.acts",), {}),
        ("Did Leo show it to anybody? Leo showed it to nobody.", ("B.acts",), {}),
        ("Leo deleted it at once.", ("B.acts",), {"B_acts": ["deleted_on_receipt"]}),
        ("If Leo posted it in the chat, nobody saw it.", ("B.acts",), {}),
        ("Leo sent it on to two others, it is rumoured at school.", (), {}),
    ],
    "consensual": [
        ("It was taken without her consent.", ("consensual",), {"consensual": False}),
        ("Amira did not consent to it.", ("consensual",), {"consensual": False}),
        ("Was it taken without her consent? It was not.", ("consensual",), {}),
        ("It was sent on without her consent.", ("consensual",), {}),
        ("Nobody could say whether it was taken without her consent.", ("consensual",), {}),
        ("Her father did not consent to a search.", (), {}),
    ],
    "investigation": [
        ("No investigation has been opened.", ("investigation",), {}),
        ("An initial investigation was opened on Monday.", ("investigation",), {"investigation": "initial"}),
        (
            "The initial investigation was closed when the full one began.",
            ("investigation",),
            {"investigation": "full"},
        ),
        ("The full investigation is concluded.", ("investigation",), {"investigation": "full_concluded"}),
        ("No investigation was open then.", ("investigation",), {"investigation": "initial"}),
        ("Is a full investigation needed? It is not.", ("investigation",), {}),
        ("No full investigation was opened.", ("investigation",), {}),
    ],
}
