#!/bin/sh
# Copies a database into one file that restore.sh can read.
#   DATABASE_URL=postgres://… [FILES_FOLDER=…] infra/backup/backup.sh FILE
# With FILES_FOLDER, photos and documents go beside it, into FILE.files.tar: after the database, so that every file it names is there.
# Open sessions are left out: whoever reads a copy must not be able to use them.
# The file appears under its name only once complete: a half-written copy is never taken for a good one.
set -eu

file=${1:?"usage: DATABASE_URL=postgres://… backup.sh FILE"}
: "${DATABASE_URL:?give the database to copy in DATABASE_URL}"

umask 077
pg_dump --format=custom --no-owner --no-privileges --exclude-table-data=session --dbname="$DATABASE_URL" --file="$file.part"
pg_restore --list "$file.part" >/dev/null
mv "$file.part" "$file"
if [ -n "${FILES_FOLDER:-}" ]; then
  tar --create --file="$file.files.tar.part" --directory="$FILES_FOLDER" --exclude=./incoming --exclude='*.part' .
  mv "$file.files.tar.part" "$file.files.tar"
fi
