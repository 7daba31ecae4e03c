#!/bin/sh
# A task of the service influxdb on an instance, as the ECS agent starts it: ROOT, the image's files, are its root, /data/influxdb is its volume,
# and its network is its own. Says the process id; ends with its standard input, as ECS ends a task: by SIGTERM, and it waits.
# Usage: influxdb.sh ROOT
set -eu
root=$1
mount --bind /data/influxdb "$root/var/lib/influxdb"
mount --rbind /dev "$root/dev"
unshare --net sh -euc '
  ip link set lo up
  exec chroot --userspec=1500:1500 "$1" /usr/local/bin/influxdb-entrypoint influxd -config /etc/influxdb/influxdb.conf
' sh "$root" >&2 &
task=$!
echo "$task"
cat >/dev/null
kill -TERM "$task"
wait "$task" || true
umount "$root/var/lib/influxdb"
