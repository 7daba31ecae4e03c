"""Reading JSON requests and writing JSON responses in plain WSGI."""
import io
import json
import re
from http import HTTPStatus
from urllib.parse import parse_qs

from werkzeug.wrappers import Request

FORM = "application/x-www-form-urlencoded"


class BadRequest(Exception):
    """The request cannot be served as it is; the text says why."""


def read_json(environ):
    """The body, chunked or not, as a JSON object; {} when there is none."""
    try:
        document = json.loads(Request(environ).get_data() or b"{}")
    except ValueError as error:
        raise BadRequest(f"The body is not JSON: {error}") from error
    if not isinstance(document, dict):
        raise BadRequest("The body must be a JSON object.")
    return document


def reply(start_response, document, status=HTTPStatus.OK, error_type=None):
    """Sends a document; error_type is what the AWS clients of REST services read an exception's name from."""
    body = json.dumps(document).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    if error_type:
        headers.append(("x-amzn-ErrorType", error_type))
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]


def signed_for(environ):
    """(region, service) that the request was signed for, or (None, None)."""
    scope = re.search(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/", environ.get("HTTP_AUTHORIZATION", ""))
    return scope.groups() if scope else (None, None)


def keep_form(environ):
    """The query protocol names its call in the body, which can be read once: it is kept for whoever logs the request."""
    if environ.get("CONTENT_TYPE", "").startswith(FORM):
        body = Request(environ).get_data()
        environ["tickstack.form"], environ["wsgi.input"] = body, io.BytesIO(body)


def call(environ):
    """"ec2.CreateSecurityGroup", or "" for a request of a REST service."""
    target = environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")[2]
    action = target or parse_qs(environ.get("tickstack.form", b"").decode(errors="replace")).get("Action", [""])[0]
    return f"{signed_for(environ)[1]}.{action}" if action else ""
