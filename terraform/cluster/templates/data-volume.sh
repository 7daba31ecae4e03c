#!/bin/bash
# Gives this instance the stack's data volume, and only then lets it join the ECS cluster: attaches the volume, makes a file system
# when it is blank and never had one, grows it, mounts it, and makes the folders that the containers mount. Without the mount the
# ECS agent does not start, on this boot or any later one, so that no container ever writes to the instance's own disk instead.
#
# It may be killed anywhere and run again, here or on another instance: every step states what must be, and repeats only what is missing.
#
# Settings: VOLUME_ID, REGION, CLUSTER; FSTYPE, xfs or ext4, for a blank volume; WAIT_SECONDS, the bound of each thing waited for.
set -Eeuo pipefail
umask 022

: "${VOLUME_ID:?}" "${REGION:?}" "${CLUSTER:?}"
FSTYPE=${FSTYPE:-xfs}
WAIT_SECONDS=${WAIT_SECONDS:-900}

MOUNT_POINT=/data
ATTACH_AS=/dev/sdf
LABEL=tick-data
IMDS=http://169.254.169.254/latest
AGENT_GATE=/etc/systemd/system/ecs.service.d/10-data-volume.conf

# The volume's own record, a tag: absent, BEGUN while it gets its file system, then the time at which it had one. No run mounts the
# volume before that time is written, so one that says BEGUN has never held data.
FORMATTED_TAG=tickstack:formatted
BEGUN=begun

log() { echo "data-volume: $*" >&2; }
die() {
  log "FATAL: $*"
  exit 1
}
trap 'log "FATAL: line $LINENO: $BASH_COMMAND failed ($?)"' ERR

# By the time since boot: the clock may be set while we wait.
# Usage: wait_for WHAT COMMAND...
wait_for() {
  local what=$1 began now
  shift
  read -r began _ </proc/uptime
  until "$@"; do
    read -r now _ </proc/uptime
    ((${now%.*} - ${began%.*} < WAIT_SECONDS)) || die "$what, for $WAIT_SECONDS seconds"
    sleep 5
  done
}

# In one step, whenever the power fails: FILE without the lines that match PATTERN, and with LINES at its end.
replace_lines() {
  local file=$1 pattern=$2 lines=$3 kept=
  [[ ! -e $file ]] || kept=$(sed -E "\\,$pattern,d" "$file")
  printf '%s\n' ${kept:+"$kept"} "$lines" >"$file.new"
  mv "$file.new" "$file"
}

# Before anything can fail. ecs.service also starts when user data failed, and RequiresMountsFor alone is content with a path that
# fstab does not name.
hold_back_agent() {
  mkdir -p "${AGENT_GATE%/*}"
  printf '[Unit]\nRequiresMountsFor=%s\nAssertPathIsMountPoint=%s\n' "$MOUNT_POINT" "$MOUNT_POINT" >"$AGENT_GATE"
  systemctl daemon-reload
}

# Of a killed run, mkfs may still be at work: it holds the lock with us.
take_lock() {
  exec 9>/run/data-volume.lock
  flock -w "$WAIT_SECONDS" 9 || die "another run has been at work for $WAIT_SECONDS seconds"
}

# The ECS image is made from Amazon Linux's minimal one, which has no AWS CLI.
have_aws_cli() {
  command -v aws >/dev/null && return
  log "installing the AWS CLI"
  timeout 300 dnf install -y -q awscli-2 >&2 || log "dnf failed"
  hash -r
  command -v aws >/dev/null
}

know_instance() {
  local token
  token=$(curl -sSf --max-time 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' "$IMDS/api/token") &&
    instance=$(curl -sSf --max-time 5 -H "X-aws-ec2-metadata-token: $token" "$IMDS/meta-data/instance-id") && [[ -n $instance ]]
}

ec2() { aws ec2 --region "$REGION" --output text --cli-connect-timeout 10 --cli-read-timeout 20 "$@"; }

# "None" where there is none.
describe_volume() {
  local answer
  answer=$(ec2 describe-volumes --volume-ids "$VOLUME_ID" --query \
    "Volumes[0].[State, Attachments[0].InstanceId, Attachments[0].State, Attachments[0].Device, SnapshotId || 'None', Tags[?Key=='$FORMATTED_TAG']|[0].Value]") &&
    read -r state holder attachment attached_as snapshot record <<<"$answer" && [[ -n $record ]]
}

attached() {
  describe_volume || return
  case $state/$holder/$attachment in
    in-use/"$instance"/attached) log "$VOLUME_ID is attached to $instance" && return ;;
    available/*)
      log "attaching $VOLUME_ID to $instance"
      # Another instance may be faster; the next look tells.
      ec2 attach-volume --volume-id "$VOLUME_ID" --instance-id "$instance" --device "$ATTACH_AS" >&2 || log "attach-volume was refused"
      ;;
    *) log "$VOLUME_ID is $state ($holder, $attachment)" ;;
  esac
  return 1
}

# A name says nothing about an NVMe device, whose serial number is the volume's id; Xen's devices have but their names.
found_device() {
  local serial=${VOLUME_ID/-/} name its_serial
  while read -r name its_serial; do
    [[ $its_serial == "$serial" && -b $name ]] && device=$name && return
  done < <(lsblk -dnpo NAME,SERIAL)
  device=/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_$serial
  [[ -b $device ]] && return
  for device in "$attached_as" "${attached_as/sd/xvd}"; do
    [[ -b $device && -z $(lsblk -dno SERIAL "$device") ]] && return
  done
  return 1
}

# What is on the device, and its UUID; nothing at all is an empty type.
probe() {
  local found='' code=0 key value
  found=$(blkid -p -o export "$device") || code=$?
  type='' uuid=''
  case $code in
    0) type=unknown ;;
    2) [[ -z $(wipefs -n "$device") ]] || type="a signature that blkid does not name" ;;
    *) die "blkid cannot tell what is on $device ($code)" ;;
  esac
  while IFS='=' read -r key value; do
    case $key in
      TYPE) type=$value ;;
      UUID) uuid=$value ;;
      PTTYPE) type="a partition table ($value)" && break ;;
    esac
  done <<<"$found"
}

set_record() {
  wait_for "cannot tag $VOLUME_ID" ec2 create-tags --resources "$VOLUME_ID" --tags "Key=$FORMATTED_TAG,Value=$1"
  record=$1
}

format() {
  log "formatting $device with $FSTYPE"
  [[ $record == "$BEGUN" ]] || set_record "$BEGUN"
  "mkfs.$FSTYPE" -q -L "$LABEL" "$@" "$device" >&2
}

is_zero() {
  local others
  others=$(head -c 16M "$device" | tr -d '\0' | wc -c) || die "$device cannot be read"
  ((others == 0))
}

# Three witnesses must agree that there is nothing to lose: the device, the volume's origin, and its record. The device is asked
# twice, since data need not have a signature; a volume that AWS has made reads as zeros.
format_blank() {
  [[ $snapshot == None ]] || die "$VOLUME_ID was made from $snapshot and yet looks blank, not formatting"
  case $record in
    "$BEGUN") ;; # what an interrupted mkfs leaves is not all zeros
    None) is_zero || die "$device holds data of an unknown kind, not formatting" ;;
    *) die "$VOLUME_ID was formatted before ($record) and yet looks blank, not formatting" ;;
  esac
  format
}

# A record can be older than what it is about, so a file counts for more.
holds_files() {
  local trial=/run/data-volume files
  mkdir -p "$trial"
  ! mountpoint -q "$trial" || umount "$trial"
  mount -t "$type" -o ro "$device" "$trial" || return
  files=$(ls -A -I lost+found "$trial")
  umount "$trial"
  [[ -n $files ]]
}

# mkfs was interrupted, and may have left half a file system that looks like a whole one.
format_again() {
  local -A force=([xfs]=-f [ext4]=-F)
  format "${force[$FSTYPE]}"
}

make_file_system() {
  probe
  case $type in
    '') format_blank ;;
    xfs | ext4)
      if [[ $record == "$BEGUN" && $snapshot == None ]] && ! holds_files; then
        format_again
      else
        log "$device has $type, not formatting"
      fi
      ;;
    *) die "$device has $type, not formatting" ;;
  esac
  [[ $record != None && $record != "$BEGUN" ]] || set_record "$(date -u +%FT%TZ)"
  probe
}

is_mounted() { mountpoint -q "$MOUNT_POINT"; }

is_ours() {
  local mounted wanted
  mounted=$(mountpoint -d "$MOUNT_POINT") && wanted=$(mountpoint -x "$device") && [[ $mounted == "$wanted" ]]
}

mount_volume() {
  replace_lines /etc/fstab "^[^#[:space:]]+[[:space:]]+${MOUNT_POINT}[[:space:]]" \
    "UUID=$uuid $MOUNT_POINT $type defaults,noatime,nofail,x-systemd.growfs 0 2"
  systemctl daemon-reload
  mkdir -p "$MOUNT_POINT"
  if ! is_mounted; then
    # Nothing can write below the mount point while the volume is away. Not every file system knows the flag.
    chattr +i "$MOUNT_POINT" || log "$MOUNT_POINT cannot be made immutable"
    mount "$MOUNT_POINT"
  fi
  is_ours && return
  umount "$MOUNT_POINT"
  die "another device has the UUID of $VOLUME_ID, $uuid: detach that copy"
}

# The volume may have been enlarged. One that is mounted is of use even when it cannot be grown.
grow() {
  case $type in
    xfs) xfs_growfs "$MOUNT_POINT" >&2 || log "WARNING: $MOUNT_POINT was not grown" ;;
    ext4) resize2fs "$device" >&2 || log "WARNING: $MOUNT_POINT was not grown" ;;
  esac
}

# InfluxDB's image runs as uid 1500 from the start; the other two start as root and take over what is theirs.
make_folders() {
  mkdir -p "$MOUNT_POINT"/{influxdb,kapacitor,chronograf}
  chown 1500:1500 "$MOUNT_POINT/influxdb"
}

join_cluster() {
  local settings=(
    "ECS_CLUSTER=$CLUSTER"
    ECS_AWSVPC_BLOCK_IMDS=true
    ECS_CONTAINER_STOP_TIMEOUT=2m # InfluxDB writes its caches before it ends
  )
  mkdir -p /etc/ecs
  replace_lines /etc/ecs/ecs.config '^(ECS_CLUSTER|ECS_AWSVPC_BLOCK_IMDS|ECS_CONTAINER_STOP_TIMEOUT)=' "$(printf '%s\n' "${settings[@]}")"
  # ecs.service is ordered after cloud-final.service, which is what runs this: do not wait for it.
  systemctl enable --now --no-block ecs.service
}

main() {
  hold_back_agent
  take_lock
  wait_for "cannot install the AWS CLI" have_aws_cli
  wait_for "the instance metadata service does not answer" know_instance
  wait_for "$VOLUME_ID could not be attached" attached
  wait_for "no block device is $VOLUME_ID" found_device
  if ! is_mounted; then
    make_file_system
  elif is_ours; then
    probe
  else
    die "$MOUNT_POINT is another device than $device"
  fi
  mount_volume
  grow
  make_folders
  join_cluster
  log "done: $VOLUME_ID ($device) is at $MOUNT_POINT"
}

main
