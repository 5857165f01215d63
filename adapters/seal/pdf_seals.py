"""Seals PDFs with the court's key, or checks their seals: many in one process.

Reads one JSON object from stdin, writes one to stdout. Built on pyHanko 0.38.
seal:  {"action": "seal", "key": PEM path, "certificate": PEM path,
        "documents": [{"input": path, "output": path, "reason": text, "field": name}]}
check: {"action": "check", "certificate": PEM path, "documents": [path]}
       -> {"verdicts": [{"valid": true, "sealedAt": ISO 8601} | {"valid": false, "reason": text}]}
"""
import json
import logging
import sys
from datetime import timezone

from pyhanko.keys import load_cert_from_pemder


def seal(request):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    signer = signers.SimpleSigner.load(request["key"], request["certificate"])
    if signer is None:
        raise SystemExit("the key or the certificate of the seal cannot be read")
    for document in request["documents"]:
        metadata = signers.PdfSignatureMetadata(
            field_name=document["field"],
            reason=document["reason"],
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        with open(document["input"], "rb") as source, open(document["output"], "wb") as target:
            signers.sign_pdf(IncrementalPdfFileWriter(source), metadata, signer=signer, output=target)
    return {}


def check(request):
    certificate = load_cert_from_pemder(request["certificate"])
    return {"verdicts": [check_one(path, certificate) for path in request["documents"]]}


def check_one(path, certificate):
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    def invalid(reason):
        return {"valid": False, "reason": reason}

    try:
        with open(path, "rb") as source:
            signatures = PdfFileReader(source).embedded_signatures
            if not signatures:
                return invalid("the document carries no seal")
            signature = signatures[-1]
            at = signature.self_reported_timestamp
            # The certificate may have ended since: what counts is that it was in force on the day of the seal.
            context = ValidationContext(trust_roots=[certificate], allow_fetching=False, moment=at)
            status = validate_pdf_signature(
                signature,
                signer_validation_context=context,
                key_usage_settings=KeyUsageConstraints(
                    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
                ),
            )
    except Exception as error:  # whatever cannot be read or judged is not a valid seal
        return invalid(f"{type(error).__name__}: {error}")
    if not status.intact:
        return invalid("the document was changed after it was sealed")
    if not status.valid:
        return invalid("the seal itself was changed")
    if not status.trusted:
        return invalid("the seal was not made with the key of this certificate")
    if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        return invalid("something was added after the seal")
    if not status.bottom_line:
        return invalid(status.summary())
    return {"valid": True, "sealedAt": at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")}


def main():
    logging.disable(logging.CRITICAL)
    request = json.load(sys.stdin)
    action = {"seal": seal, "check": check}[request["action"]]
    json.dump(action(request), sys.stdout)


main()
