#!/bin/bash
# Gives this instance the stack's data volume, and only then lets it join the ECS cluster: attaches the volume, formats it when it
# is blank and never was formatted, mounts it, and makes the folders that the containers mount. Without the mount the ECS agent
# does not start, on this boot or any later one, so that no container ever writes to the instance's own disk instead.
#
# Settings: VOLUME_ID, REGION, CLUSTER; how long to wait, WAIT_SECONDS. The others are for tests.
set -Eeuo pipefail

: "${VOLUME_ID:?}" "${REGION:?}" "${CLUSTER:?}"
WAIT_SECONDS=${WAIT_SECONDS:-900}
POLL_SECONDS=${POLL_SECONDS:-5}
DEVICE=${DEVICE:-/dev/sdf}
MOUNT_POINT=${MOUNT_POINT:-/data}
FSTYPE=${FSTYPE:-xfs}
IMDS=${IMDS:-http://169.254.169.254}
FSTAB=${FSTAB:-/etc/fstab}
ECS_CONFIG=${ECS_CONFIG:-/etc/ecs/ecs.config}
UNIT_DIR=${UNIT_DIR:-/etc/systemd/system}
DEV=${DEV:-/dev}

FORMATTED_TAG=tickstack:formatted

log() { echo "data-volume: $*" >&2; }
die() { log "FATAL: $*"; exit 1; }

deadline=$((SECONDS + WAIT_SECONDS))
wait_or_die() {
  ((SECONDS < deadline)) || die "$1"
  sleep "$POLL_SECONDS"
}

# Before anything can fail: RequiresMountsFor alone is satisfied by a mount point that is not in fstab.
hold_back_agent() {
  mkdir -p "$UNIT_DIR/ecs.service.d"
  printf '[Unit]\nRequiresMountsFor=%s\nAssertPathIsMountPoint=%s\n' "$MOUNT_POINT" "$MOUNT_POINT" >"$UNIT_DIR/ecs.service.d/10-data-volume.conf"
  systemctl daemon-reload
}

# The ECS image is made from Amazon Linux's minimal one, which has no AWS CLI.
ensure_aws_cli() {
  until command -v aws >/dev/null; do
    log "installing the AWS CLI"
    dnf install -y -q awscli-2 >&2 || log "dnf failed, will try again"
    command -v aws >/dev/null || wait_or_die "cannot install the AWS CLI"
  done
}

imds() {
  local token
  token=$(curl -sSf --retry 5 --retry-connrefused -X PUT "$IMDS/latest/api/token" -H 'X-aws-ec2-metadata-token-ttl-seconds: 300')
  curl -sSf --retry 5 -H "X-aws-ec2-metadata-token: $token" "$IMDS/latest/meta-data/$1"
}

ec2() { aws ec2 --region "$REGION" --output text "$@"; }

# "STATE INSTANCE ATTACHMENT-STATE SNAPSHOT FORMATTED", each "None" where there is none.
describe_volume() {
  ec2 describe-volumes --volume-ids "$VOLUME_ID" --query \
    "Volumes[0].[State, Attachments[0].InstanceId, Attachments[0].State, SnapshotId || 'None', Tags[?Key=='$FORMATTED_TAG']|[0].Value]" |
    tr '\t' ' '
}

attach() {
  local me state instance attachment
  me=$(imds instance-id)
  while :; do
    if ! read -r state instance attachment _ < <(describe_volume); then
      wait_or_die "cannot describe $VOLUME_ID"
      continue
    fi
    case "$state/$instance/$attachment" in
      "in-use/$me/attached")
        log "$VOLUME_ID is attached to $me"
        return
        ;;
      available/*)
        log "attaching $VOLUME_ID to $me as $DEVICE"
        # Another instance may be faster; the next round shows.
        ec2 attach-volume --volume-id "$VOLUME_ID" --instance-id "$me" --device "$DEVICE" >/dev/null || log "attach-volume was refused, will look again"
        ;;
      *) log "$VOLUME_ID is $state ($instance, $attachment), waiting" ;;
    esac
    wait_or_die "$VOLUME_ID was not attached within ${WAIT_SECONDS}s"
  done
}

# Names like /dev/nvme1n1 change between boots; the volume's serial number, which is its id, does not.
find_device() {
  local serial=${VOLUME_ID/-/} candidate name
  while :; do
    for candidate in "$DEV/disk/by-id/nvme-Amazon_Elastic_Block_Store_$serial" "$DEVICE" "${DEVICE/sd/xvd}"; do
      if [[ -b $candidate ]]; then
        readlink -f "$candidate"
        return
      fi
    done
    name=$(lsblk -dnpo NAME,SERIAL | awk -v serial="$serial" '$2 == serial { print $1 }')
    if [[ -n $name ]]; then
      echo "$name"
      return
    fi
    wait_or_die "no block device for $VOLUME_ID"
  done
}

# Three witnesses must agree that there is nothing to lose: the device, the volume's origin, and our own tag.
format_if_blank() {
  local device=$1 found snapshot formatted rc=0
  found=$(blkid -p -o value -s TYPE "$device") || rc=$?
  case $rc in
    0)
      [[ -n $found ]] || die "$device has a partition table"
      log "$device has $found, not formatting"
      return
      ;;
    2) ;;
    *) die "blkid cannot tell what is on $device (exit code $rc)" ;;
  esac
  [[ -z $(wipefs -n "$device") ]] || die "$device has a signature that blkid does not name"
  read -r _ _ _ snapshot formatted < <(describe_volume) || die "cannot describe $VOLUME_ID"
  [[ $snapshot == None ]] || die "$VOLUME_ID was made from $snapshot and yet looks blank, not formatting"
  [[ $formatted == None ]] || die "$VOLUME_ID was formatted before ($formatted) and yet looks blank, not formatting"
  log "formatting $device with $FSTYPE"
  "mkfs.$FSTYPE" -q -L tick-data "$device" >&2
  ec2 create-tags --resources "$VOLUME_ID" --tags "Key=$FORMATTED_TAG,Value=$(date -u +%FT%TZ)" || log "could not tag $VOLUME_ID"
}

remember_mount() {
  local line="UUID=$1 $MOUNT_POINT $2 defaults,noatime,nofail,x-systemd.device-timeout=30s 0 2"
  if ! grep -qxF "$line" "$FSTAB"; then
    sed -i "\#^[^[:space:]\#]*[[:space:]]\+${MOUNT_POINT}[[:space:]]#d" "$FSTAB"
    echo "$line" >>"$FSTAB"
  fi
}

mount_volume() {
  local device=$1 type=$2
  remember_mount "$(blkid -p -o value -s UUID "$device")" "$type"
  mkdir -p "$MOUNT_POINT"
  if ! mountpoint -q "$MOUNT_POINT"; then
    # Nothing can write below the mount point while the volume is away. Not every file system knows the flag.
    chattr +i "$MOUNT_POINT" || log "$MOUNT_POINT cannot be made immutable"
    mount -t "$type" -o defaults,noatime "$device" "$MOUNT_POINT"
  fi
  mountpoint -q "$MOUNT_POINT" || die "$MOUNT_POINT is not mounted"
}

# The volume may have been enlarged since it was last mounted.
grow() {
  case $2 in
    xfs) xfs_growfs "$MOUNT_POINT" >/dev/null ;;
    ext4) resize2fs "$1" >&2 ;;
    *) log "$2 is not grown" ;;
  esac
}

# InfluxDB's image runs as uid 1500 from the start; the other two start as root and take over what is theirs.
make_folders() {
  local folder owner
  for folder in influxdb kapacitor chronograf; do
    [[ -d $MOUNT_POINT/$folder ]] && continue
    owner=0:0
    [[ $folder != influxdb ]] || owner=1500:1500
    install -d -m 0755 -o "${owner%:*}" -g "${owner#*:}" "$MOUNT_POINT/$folder"
  done
}

set_ecs_config() {
  mkdir -p "$(dirname "$ECS_CONFIG")"
  touch "$ECS_CONFIG"
  sed -i "/^$1=/d" "$ECS_CONFIG"
  echo "$1=$2" >>"$ECS_CONFIG"
}

main() {
  local device type
  hold_back_agent
  ensure_aws_cli
  attach
  device=$(find_device)
  format_if_blank "$device"
  type=$(blkid -p -o value -s TYPE "$device")
  mount_volume "$device" "$type"
  grow "$device" "$type"
  make_folders

  set_ecs_config ECS_CLUSTER "$CLUSTER"
  set_ecs_config ECS_AWSVPC_BLOCK_IMDS true
  set_ecs_config ECS_CONTAINER_STOP_TIMEOUT 2m # InfluxDB writes its caches before it ends
  systemctl daemon-reload
  # ecs.service is ordered after cloud-final.service, which is what runs this: do not wait for it.
  systemctl enable --now --no-block ecs.service
  log "done: $VOLUME_ID ($device) at $MOUNT_POINT"
}

main "$@"
