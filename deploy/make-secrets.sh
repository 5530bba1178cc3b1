#!/bin/sh
# Makes what the processes sign in with, once: random passwords, the URLs that carry them, and the first master key.
# What is there stays as it is. The folder is for its owner alone.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
cd secrets

random() { openssl rand -hex 24; }
# Readable in a container, whatever user that runs as: the folder keeps others out.
keep() {
  [ -s "$1" ] && return 0
  cat > "$1"
  chmod 0444 "$1"
}

openssl rand -base64 756 | keep mongodb-member-key
random | keep mongodb-root-password
random | keep grafana-password
{
  echo '# The current master key of Kumppani is the first; docs/operations.md#master-keys'
  openssl rand -base64 32
} | keep master-keys

for process in recorder projector insights relay; do
  echo "mongodb://$process:$(random)@mongodb:27017/kumppani?authSource=admin&replicaSet=read-models" |
    keep "$process-read-models-url"
  echo "mongodb://$process:$(random)@mongodb-keys:27017/kumppani-keys?authSource=admin&replicaSet=keys" |
    keep "$process-keys-url"
done
echo "secrets are in $(pwd): keep a copy of master-keys apart from every backup of the databases"
