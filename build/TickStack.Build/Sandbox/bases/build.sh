#!/bin/sh
# Usage: build.sh COMPONENT TAG
#
# Builds a stand-in for COMPONENT's official base image out of Debian packages and imports it as TAG, for machines that cannot reach Docker Hub.
# influxdb is the real server, in Debian's older version. telegraf, kapacitor and chronograf only answer their health check.
# Every stand-in says what it is: in its label, in its environment and in its log.
#
# Needs apt-get (and its network, nothing else), dpkg-deb, GNU tar, and docker, which goes where DOCKER_HOST says.
# Exit code 2: wrong arguments; 3: a tool or a package is missing; anything else: what docker said.
set -eu

component=${1:-}
tag=${2:-}
work=

say() { echo "stand-in ${component:-?}: $*" >&2; }

fail() {
  code=$1
  shift
  say "$@"
  exit "$code"
}

check_arguments() {
  case $component in
    influxdb | telegraf | kapacitor | chronograf) ;;
    *) fail 2 "no such component; usage: build.sh influxdb|telegraf|kapacitor|chronograf TAG" ;;
  esac
  [ -n "$tag" ] || fail 2 "no tag; usage: build.sh COMPONENT TAG"
  for tool in apt-get dpkg-deb tar docker; do
    command -v "$tool" >/dev/null || fail 3 "$tool is missing; stand-ins are built on a Debian family system with docker"
  done
}

download() {
  (cd "$work/packages" && apt-get -q -o APT::Sandbox::User=root download "$@" >"$work/apt.log" 2>&1)
}

# Package lists may be absent or old; refreshing them needs root and time, so it is tried second.
unpack() {
  if ! download "$@" && { ! apt-get -q update >"$work/update.log" 2>&1 || ! download "$@"; }; then
    cat "$work/update.log" "$work/apt.log" >&2
    fail 3 "apt-get cannot download $*: check its sources (this is the only network that is needed)"
  fi
  for package in "$work/packages"/*.deb; do
    dpkg-deb -x "$package" "$work/root" || fail 3 "$package cannot be unpacked"
  done
}

lay_out() {
  mkdir -p bin etc proc sys dev run usr/local/bin tmp
  # busybox is every tool that a shell script may call.
  for applet in $(bin/busybox --list); do
    [ -e "bin/$applet" ] || ln -s busybox "bin/$applet"
  done
  rm -rf usr/share/doc usr/share/man usr/share/lintian usr/share/initramfs-tools lib/systemd etc/init.d etc/logrotate.d
  printf 'root:x:0:0:root:/root:/bin/sh\n%s:x:%s:%s::%s:/bin/false\n' "$component" "$uid" "$uid" "$data" >etc/passwd
  printf 'root:x:0:\n%s:x:%s:\n' "$component" "$uid" >etc/group
  mkdir -p "./$data"
}

# Answers PATH with 200 on ADDRESS, and nothing else.
answer() {
  mkdir -p "srv/stand-in/$(dirname "$2")"
  echo "stand-in for $component" >"srv/stand-in/$2"
  cat >entrypoint.sh <<SCRIPT
#!/bin/sh
echo "STAND-IN for $component: answers its health check and does nothing else" >&2
httpd -f -p $1 -h /srv/stand-in &
trap 'kill \$!; exit 0' TERM INT
wait \$!
SCRIPT
  chmod 755 entrypoint.sh
}

describe() {
  case $component in
    influxdb)
      uid=1500 user=influxdb data=/var/lib/influxdb packages="influxdb influxdb-client libc6 busybox-static"
      entrypoint='["influxd"]' command='[]' port=8086
      ;;
    telegraf) uid=999 user=root data=/etc/telegraf port=8125/udp ;;
    kapacitor) uid=999 user=root data=/var/lib/kapacitor port=9092 ;;
    chronograf) uid=999 user=root data=/var/lib/chronograf port=8888 ;;
  esac
  : "${packages:=busybox-static}" "${entrypoint:=[\"/entrypoint.sh\"]}" "${command:=[\"$component\"]}"
}

fill() {
  case $component in
    influxdb) note="Debian's $(basename "$work/packages"/influxdb_*.deb .deb), the real server, in place of the official image" ;;
    telegraf) answer 127.0.0.1:8080 index.html ;;
    kapacitor) answer 9092 kapacitor/v1/ping ;;
    chronograf) answer 8888 ping ;;
  esac
  : "${note:=busybox that answers the health check of $component and does nothing else}"
}

# Two steps, so that files get their owners without root; sorted and without dates, so that the same packages give the same layer.
pack() {
  tar --sort=name --mtime=@0 --numeric-owner --owner=0 --group=0 --mode=u+rw,go+r-w --exclude=./tmp --exclude=".$data" -cf "$work/image.tar" .
  tar --mtime=@0 --numeric-owner --owner="$uid" --group="$uid" --mode=755 --no-recursion -rf "$work/image.tar" ".$data"
  tar --mtime=@0 --numeric-owner --owner=0 --group=0 --mode=1777 --no-recursion -rf "$work/image.tar" ./tmp
}

import() {
  docker import --message "stand-in for $component" \
    --change "LABEL tickstack.stand-in=\"$note\"" \
    --change "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TICKSTACK_STAND_IN=\"$note\"" \
    --change "EXPOSE $port" \
    --change "USER $user" \
    --change "ENTRYPOINT $entrypoint" \
    --change "CMD $command" \
    "$work/image.tar" "$tag" >"$work/import.log" || fail $? "docker cannot import it (see above)"
}

check_arguments
describe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
mkdir "$work/root" "$work/packages"
# shellcheck disable=SC2086 # a list of package names
unpack $packages
cd "$work/root"
lay_out
fill
pack
import
say "imported as $tag: $note"
