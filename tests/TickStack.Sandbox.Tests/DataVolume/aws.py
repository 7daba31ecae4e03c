"""What an instance finds of AWS on its own side: the AWS CLI and the metadata service.

    python3 aws.py EMULATOR

Prints its address and ends with its standard input.

The CLI is the real one, loaded once: starting it anew takes most of a second, and the tests call it a thousand
times. POST takes a call's arguments as a body that ends each with a unit separator, and answers 200 with what the CLI wrote to stdout, or 500 with what
it wrote to stderr.

The metadata service is version 2 only: a token by PUT, with its lifetime; then what the token is shown for. One serves all instances: a
header that their requests carry tells them apart.
"""
import contextlib
import functools
import io
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from awscli.clidriver import create_clidriver

TOKEN = "AQAEAtoken=="
cli = create_clidriver()
cli.session.create_client = functools.cache(cli.session.create_client)


def run(arguments):
    """The exit code, and what the CLI wrote to stdout, or to stderr when it failed."""
    output, error = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(error):
        try:
            code = cli.main(["--endpoint-url", sys.argv[1], *arguments])  # Debian's is too old for AWS_ENDPOINT_URL
        except SystemExit as exit:
            code = exit.code
    return code, (error if code else output).getvalue().encode()


class Call(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        code, text = run([part.decode() for part in body.split(b"\x1f")[:-1]])
        self.reply(500 if code else 200, text)

    def do_PUT(self):
        lifetime = self.headers["X-aws-ec2-metadata-token-ttl-seconds"]
        self.reply(*(200, TOKEN.encode()) if self.path == "/latest/api/token" and lifetime else (400, b""))

    def do_GET(self):
        if self.headers["X-aws-ec2-metadata-token"] != TOKEN:
            self.reply(401, b"")
        elif self.path == "/latest/meta-data/instance-id":
            self.reply(200, self.headers["X-Instance"].encode())
        else:
            self.reply(404, b"")

    def reply(self, status, text):
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Call)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
sys.stdin.read()
