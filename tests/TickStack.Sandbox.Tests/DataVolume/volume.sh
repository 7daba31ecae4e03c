#!/bin/sh
# A block device over the file IMAGE. It is detached by the kernel once this process and whatever mounts it are gone, however they end.
set -eu
device=$(losetup --show --find "$1")
exec 9<"$device"
losetup --detach "$device"
echo "$device"
exec cat
