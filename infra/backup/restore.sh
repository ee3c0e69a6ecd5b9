#!/bin/sh
# Fills an EMPTY database from a copy made by backup.sh, in one transaction: all of it, or nothing.
#   DATABASE_URL=postgres://… [FILES_FOLDER=…] infra/backup/restore.sh FILE
# With FILES_FOLDER, an empty folder or none yet, photos and documents come back from FILE.files.tar first.
# It refuses a database that already holds tables of ours: restore beside, check, then point the service at it.
set -eu

file=${1:?"usage: DATABASE_URL=postgres://… restore.sh FILE"}
: "${DATABASE_URL:?give the empty database to fill in DATABASE_URL}"

tables=$(psql "$DATABASE_URL" -X -At -c "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'tiger', 'topology') and tablename <> 'spatial_ref_sys'")
if [ "$tables" != 0 ]; then
  echo "This database already holds $tables tables: give an empty one (createdb)." >&2
  exit 1
fi
if [ -n "${FILES_FOLDER:-}" ]; then
  if [ -n "$(ls -A "$FILES_FOLDER" 2>/dev/null)" ]; then
    echo "The folder $FILES_FOLDER already holds something: give an empty one." >&2
    exit 1
  fi
  mkdir -p "$FILES_FOLDER"
  tar --extract --file="$file.files.tar" --directory="$FILES_FOLDER"
fi
pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$DATABASE_URL" "$file"
psql "$DATABASE_URL" -X -q -c 'analyze'
