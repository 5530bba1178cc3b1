"""Asks every question of tables.sql in a folder of JSON lines, with DuckDB; prints the answers as JSON.

    python ask_tables.py stream tables.sql
"""
import json
import os
import re
import sys

import duckdb


def questions(sql):
    """Statements by the name in the comment before each."""
    return re.findall(r"^-- (\w+)(?::[^\n]*)?\n((?:(?!^-- ).)*?);$", sql, re.MULTILINE | re.DOTALL)


def main():
    folder, file = sys.argv[1:3]
    with open(file, encoding="utf-8") as sql:
        asked = questions(sql.read())
    os.chdir(folder)
    answers = {}
    for name, statement in asked:
        found = duckdb.sql(statement)
        answers[name] = [dict(zip(found.columns, row)) for row in found.fetchall()]
    print(json.dumps(answers, indent=2))


if __name__ == "__main__":
    main()
