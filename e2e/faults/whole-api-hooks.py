"""What a generated request cannot have by itself: the SMS platform's signature over the body as it is sent (adapters/sms/receipts.ts)."""

import hashlib
import hmac
import os
import time

import requests
import schemathesis

SECRET = os.environ["KAITING_SMS_RECEIPT_SECRET"].encode()


class Signed(requests.auth.AuthBase):
    def __call__(self, request):
        if not request.path_url.endswith("/sms/receipts"):
            return request
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        # One in four goes as it was made up, unsigned or wrongly signed.
        if not isinstance(body, bytes) or hashlib.sha256(body).digest()[0] % 4 == 0:
            return request
        now = str(int(time.time()))
        mac = hmac.new(SECRET, now.encode() + b"." + body, hashlib.sha256).hexdigest()
        request.headers["kaiting-signature"] = f"t={now},v1={mac}"
        return request


schemathesis.auth.set_from_requests(Signed())
