#!/bin/sh
# Copies a database into one file that restore.sh can read.
#   DATABASE_URL=postgres://… infra/backup/backup.sh FILE
# Open sessions are left out: whoever reads a copy must not be able to use them.
# The file appears under its name only once complete: a half-written copy is never taken for a good one.
set -eu

file=${1:?"usage: DATABASE_URL=postgres://… backup.sh FILE"}
: "${DATABASE_URL:?give the database to copy in DATABASE_URL}"

umask 077
pg_dump --format=custom --no-owner --no-privileges --exclude-table-data=session --dbname="$DATABASE_URL" --file="$file.part"
pg_restore --list "$file.part" >/dev/null
mv "$file.part" "$file"
