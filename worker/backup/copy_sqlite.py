"""Copies an SQLite file as it is at one moment, while its server goes on writing.

Prints `ready`, waits for a line, holds the moment (`held`), copies, prints `done`. A reader's transaction in WAL mode keeps
its moment for as long as it lasts and hinders no writer. If this dies, the copy counts for nothing.
"""
import sqlite3
import sys
from urllib.parse import quote

source_file, target_file = sys.argv[1:3]
source = sqlite3.connect(f"file:{quote(source_file)}?mode=rw", uri=True, isolation_level=None, timeout=60)
source.execute("select count(*) from sqlite_master").fetchone()
print("ready", flush=True)
sys.stdin.readline()
source.execute("begin")
source.execute("select count(*) from sqlite_master").fetchone()
print("held", flush=True)
target = sqlite3.connect(target_file)
source.backup(target)
source.execute("rollback")
[whole] = target.execute("pragma quick_check").fetchone()
target.close()
source.close()
if whole != "ok":
    sys.exit(f"the copy is damaged: {whole}")
print("done", flush=True)
