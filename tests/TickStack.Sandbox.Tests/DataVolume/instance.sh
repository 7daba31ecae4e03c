#!/bin/sh
# A container instance: in a mount namespace of its own, the machine's files under a layer that takes all writes, and a /dev without disks.
# Everything is gone when this process ends, however it ends.
# Usage: unshare --mount --propagation private instance.sh STAND-INS
set -eu
base=/mnt
mount -t tmpfs instance "$base"
mkdir "$base/upper" "$base/work" "$base/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$base/upper,workdir=$base/work" "$base/root"
cd "$base/root"

mount -t tmpfs dev dev
cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/fd dev
mount -t tmpfs run run
mount --bind /sys sys
mount --rbind /proc proc

# With a clock that only its own sleep(1) advances.
mkdir -p root etc/systemd/system opt/stand-ins/at opt/stand-ins/serials opt/stand-ins/shims
cp -R "$1/." opt/stand-ins
echo "30.00 0.00" >opt/stand-ins/uptime
mount --bind opt/stand-ins/uptime proc/uptime

# As the image has it, whatever this machine is.
rm -rf data etc/ecs etc/systemd/system/ecs.service.d
printf '#\nUUID=00000000-0000-4000-8000-000000000001 / xfs defaults,noatime 1 1\n' >etc/fstab
# Ready only from within: until then /proc/PID/root is the machine's own.
exec chroot . /bin/sh -c 'echo ready; exec cat'
