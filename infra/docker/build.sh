#!/bin/sh
# Puts what a container runs into a folder: compiled API, built web, production dependencies, nothing else.
#   infra/docker/build.sh OUT        OUT/api, OUT/web, OUT/node_modules
# REUSE_NODE_MODULES=DIR links these dependencies instead of installing: the test of this script needs no network.
set -eu

out=${1:?"usage: build.sh OUT"}
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$out"
out=$(cd "$out" && pwd)

cd "$root"
node infra/docker/compile.mjs

cp package.json package-lock.json .npmrc SECURITY.md "$out/"
for workspace in api web infra tests; do
  mkdir -p "$out/$workspace"
  cp "$workspace/package.json" "$out/$workspace/"
done
rm -rf "$out/api/dist" "$out/web/dist"
cp -r api/dist "$out/api/"
cp -r web/dist "$out/web/"
rm -f "$out/api/dist/.stamp" "$out/web/dist/.stamp"
mkdir -p "$out/infra/docker"
cp infra/docker/health.mjs "$out/infra/docker/"

if [ -n "${REUSE_NODE_MODULES:-}" ]; then
  ln -sfn "$REUSE_NODE_MODULES" "$out/node_modules"
else
  # Workspaces other than the API have nothing to run in a container: their dependencies are left out.
  (cd "$out" && npm ci --omit=dev --ignore-scripts --no-fund --no-audit --workspace api --include-workspace-root=false)
fi
