"""The account that every call is made in."""
import os

from moto.core import DEFAULT_ACCOUNT_ID

ID = os.environ.get("MOTO_ACCOUNT_ID", DEFAULT_ACCOUNT_ID)  # moto asks the variable for each request and keeps its constant
