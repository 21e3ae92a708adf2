"""What schemathesis can't read from the document: who asks, and the formats that the server has of its own."""

import datetime
import json
import os
import unicodedata
import urllib.request

import schemathesis
from hypothesis import strategies as st

KIND = os.environ["GATEHOUSE_KIND"]
HELPER = os.environ["GATEHOUSE_HELPER"]
ENDS_THE_SESSION = {"signIn.signOut"}


def ask(path):
    with urllib.request.urlopen(f"{HELPER}/{path}") as answer:
        return json.load(answer)


# Whom acts of the run may hit: nobody that a session of the run belongs to.
IDS = ask("ids")

if KIND != "nobody":

    # Asked often: an act of the run may have ended the session.
    @schemathesis.auth(refresh_interval=5)
    class Session:
        def get(self, case, context):
            return ask(f"token/{KIND}")

        def set(self, case, data, context):
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}

    @schemathesis.hook
    def before_call(context, case, kwargs):
        authorization = (case.headers or {}).get("Authorization")
        ends = case.operation.definition.raw.get("operationId") in ENDS_THE_SESSION
        if ends and authorization == f"Bearer {ask(f'token/{KIND}')}":
            case.headers["Authorization"] = f"Bearer {ask(f'token/{KIND}/once')}"


@st.composite
def uuid7(draw):
    digits = draw(st.text("0123456789abcdef", min_size=31, max_size=31))
    made = f"{digits[:8]}-{digits[8:12]}-7{digits[12:15]}-{draw(st.sampled_from('89ab'))}{digits[15:18]}-{digits[18:30]}"
    return draw(st.sampled_from([made, *IDS]))


schemathesis.openapi.format("uuid", uuid7())
schemathesis.openapi.format(
    "date-time",
    st.datetimes().map(lambda at: f"{at.year:04}{at:-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z"),
)


@st.composite
def csv(draw):
    head = "username,email,name,department,role,phone,mobile,manager"
    cell = st.text("abc @.;+0123456789\"'", max_size=12)
    rows = draw(st.lists(st.lists(cell, min_size=6, max_size=9).map(",".join), max_size=4))
    return "\r\n".join([head, *rows]).encode()


schemathesis.openapi.media_type("text/csv", csv())


@schemathesis.serializer("text/csv")
def as_csv(context, value):
    return value if isinstance(value, bytes) else str(value).encode()


# Default_Ignorable_Code_Point beyond what Unicode calls a control or a format.
UNSEEN = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10)}


def is_seen(character):
    kind = unicodedata.category(character)
    return character in "\t\n\r" or not (kind in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp") or ord(character) in UNSEEN)


def is_seen_text(value):
    if isinstance(value, str):
        return all(map(is_seen, value))
    if isinstance(value, dict):
        return all(map(is_seen_text, [*value, *value.values()]))
    return all(map(is_seen_text, value)) if isinstance(value, list) else True


def is_right(case):
    return case.meta is not None and case.meta.generation.mode.value == "positive"


def is_day(text):
    try:
        return text == "unset" or bool(datetime.date.fromisoformat(text))
    except (TypeError, ValueError):
        return False


@schemathesis.hook
def filter_case(context, case):
    """What is told in words only: nothing that nobody sees in a text, a cursor is one that a list answered, a day is one that there is."""
    query = case.query or {}
    invented = is_right(case) and ("cursor" in query or not is_day(query.get("graceEnds", "unset")))
    return not invented and is_seen_text(case.body) and is_seen_text(query)


@schemathesis.hook
def before_call(context, case, kwargs):
    """What no schema can say of a request that is right otherwise: a good password, a manager who is somebody, one of two."""
    body = case.body
    if not is_right(case) or not isinstance(body, dict):
        return
    if isinstance(body.get("password"), str):
        body["password"] = "seven quiet lanterns by the river"
    if body.get("manager") is not None:
        body["manager"] = "helen"
    if case.operation.definition.raw.get("operationId") == "users.linkSso":
        body.pop("email", None)
        body.setdefault("subject", "zoe.brandt")
