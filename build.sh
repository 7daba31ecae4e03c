#!/bin/sh
# Compiles the build host when one of its sources has changed, then becomes it: every argument, the working directory,
# signals and the exit code are the host's. Two options belong to this script and are taken out:
#   --packages=feed|compat   the official packages, or the stand-ins under build/compat, from now on; without it: the
#                            choice in .build/packages; without one: the stand-ins only where the official do not restore.
#                            A choice, however made, stays until the next --packages or until .build/packages is deleted
#   --install-sdk            fetch the .NET SDK into .build/dotnet when none fits global.json
# Delete .build/ to start over, the choice of packages included.
set -eu

find_root() {
  script=$0
  while [ -L "$script" ]; do
    link=$(readlink "$script")
    case $link in
      /*) script=$link ;;
      *) script=$(dirname "$script")/$link ;;
    esac
  done
  case $script in
    */*) CDPATH='' cd -P -- "${script%/*}" && pwd ;;
    *) pwd -P ;;
  esac
}

fail() { # EXIT-CODE MESSAGE REMEDY
  printf 'error: %s\n  → %s\n' "$2" "$3" >&2
  exit "$1"
}

# One line per source. One that is newer than the saved list reads "changed" instead: edited, new and deleted sources all make a difference.
list_sources() { # SAVED-LIST
  saved=$1
  set -- "$root/build" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig"
  [ ! -f "$root/nuget.config" ] || set -- "$@" "$root/nuget.config"
  find "$@" \( -name environments -o -name __pycache__ -o -name bin -o -name obj \) -prune \
    -o -type f ! -name '*.lock.json' \( -newer "$saved" -exec echo changed \; -o -print \)
}

host() { # feed|compat
  case $1 in
    compat) echo "$state/bin/TickStack.Build/release/TickStack.Build.dll" ;;
    *) echo "$state/$1/bin/TickStack.Build/release/TickStack.Build.dll" ;;
  esac
}

is_current() { # feed|compat
  [ -f "$state/$1.sources" ] && [ -f "$(host "$1")" ] && [ "$(list_sources "$state/$1.sources")" = "$(cat "$state/$1.sources")" ]
}

fits_global_json() { # DOTNET
  [ -x "$1" ] && (cd "$root" && "$1" --version) >/dev/null 2>&1
}

find_sdk() {
  for dotnet in "$(command -v dotnet || :)" "${DOTNET_ROOT:-}/dotnet" "$state/dotnet/dotnet" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet; do
    if fits_global_json "$dotnet"; then return; fi
  done
  [ -n "$install_sdk" ] || fail 3 'no .NET 10 SDK was found' \
    'get it from https://dotnet.microsoft.com/download/dotnet/10.0, or add --install-sdk to have it fetched into .build/dotnet'
  install_sdk
}

install_sdk() {
  echo 'Fetching the .NET 10 SDK into .build/dotnet…' >&2
  installer=$state/dotnet-install.sh
  if command -v curl >/dev/null; then
    curl -fsSL --proto '=https' https://dot.net/v1/dotnet-install.sh -o "$installer" || installer=
  else
    wget -qO "$installer" https://dot.net/v1/dotnet-install.sh || installer=
  fi
  [ -n "$installer" ] || fail 3 'the official install script of .NET could not be fetched' 'check the network, or install the .NET 10 SDK by hand'
  bash "$installer" --channel 10.0 --install-dir "$state/dotnet" --no-path >"$state/dotnet-install.log" 2>&1 \
    || fail 3 "the .NET SDK could not be installed, see $state/dotnet-install.log" 'install the .NET 10 SDK by hand'
  dotnet=$state/dotnet/dotnet
  fits_global_json "$dotnet" || fail 3 'the installed .NET SDK does not fit global.json' 'install the SDK that global.json names'
}

# What is written here replaces files. A folder in the place of one would take the new file in, or refuse it.
refuse_folders() {
  for file in packages sdk feed.log feed.started feed.sources compat.log compat.started compat.sources; do
    for path in "$state/$file" "$state/$file.new"; do
      [ ! -d "$path" ] || fail 3 "$path is a folder, where a file belongs" 'delete it'
    done
  done
}

# Whole or not at all: it may be read at any time.
write_whole() { # FILE LINE
  { echo "$2" >"$1.new" && mv -f "$1.new" "$1"; } || fail 3 "$1 cannot be written" 'the line above says why; delete it, or make room'
}

# A symbolic link is made in one step and names its owner: no flock on macOS.
lock() {
  said=
  while :; do
    if [ -e "$state/lock" ] && [ ! -L "$state/lock" ]; then fail 3 "$state/lock is no lock of a start" 'delete it'; fi
    if ln -s "$$" "$state/lock" 2>/dev/null; then break; fi
    owner=$(readlink "$state/lock" || :)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -f "$state/lock"
      continue
    fi
    [ -n "$said" ] || echo "Waiting for process $owner, which compiles…" >&2
    said=yes
    sleep 1
  done
  trap 'rm -f "$state/lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# Restoring and compiling are two steps: their exit codes tell whether the packages or the sources fail.
run_step() { # restore|build feed|compat OPTION…
  (
    step=$1 source=$2
    shift 2
    cd "$root" # where global.json is looked for
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_TieredPGO=0 # the compiler ends before a profile of it pays
    "$dotnet" "$step" build/TickStack.Build "-p:PackageSource=$source" -nodeReuse:false -nologo -v:quiet -clp:NoSummary "$@"
  ) >>"$state/$2.log" 2>&1 </dev/null
}

restore() { # feed|compat
  : >"$state/$1.started"
  : >"$state/$1.log"
  run_step restore "$1"
}

compile() { # feed|compat
  run_step build "$1" -c Release --no-restore || return 1
  list_sources "$state/$1.started" | sed '/^changed$/d' >"$state/$1.sources.new"
  touch -r "$state/$1.started" "$state/$1.sources.new" # what was edited meanwhile is newer
  mv -f "$state/$1.sources.new" "$state/$1.sources"
}

fail_step() { # feed|compat MESSAGE
  cat "$state/$1.log" >&2
  remedy='the lines above say why'
  [ "$1" = compat ] || remedy="$remedy; --packages=compat takes the stand-ins under build/compat instead, from then on"
  fail 1 "$2" "$remedy"
}

fail_restore() { # feed|compat
  case $1 in
    feed) fail_step feed 'the official packages do not restore here' ;;
    *) fail_step compat 'the packages do not restore here' ;;
  esac
}

fail_compilation() { # feed|compat
  case $1 in
    feed) fail_step feed 'the official packages restore, but the build host does not compile with them' ;;
    *) fail_step compat 'the build host does not compile' ;;
  esac
}

# The first line is the word alone, or the word, a blank and anything. What is no such file counts as no choice.
# Directory.Build.props and build.ps1 read the same file by the same rule. .NET passes over a byte order mark, so this does too.
read_choice() {
  chosen=
  if [ -f "$state/packages" ] && [ -r "$state/packages" ]; then
    record=$(LC_ALL=C tr '\000' '?' <"$state/packages") || : # the shell would drop a NUL
    record=${record#"$(printf '\357\273\277')"}
    case ${record%%"$newline"*} in
      feed | 'feed '*) chosen=feed ;;
      compat | 'compat '*) chosen=compat ;;
    esac
  fi
  packages=${forced:-$chosen}
}

read_sdk() {
  dotnet=
  if [ -f "$state/sdk" ] && [ -r "$state/sdk" ]; then read -r dotnet <"$state/sdk" || :; fi
  if [ ! -f "$dotnet" ] || [ ! -x "$dotnet" ]; then dotnet=; fi
}

record_choice() {
  write_whole "$state/packages" "$packages"
  [ -z "$forced" ] || echo "Packages: $packages (as --packages says, from now on)" >&2
}

compile_packages() { # feed|compat
  restore "$1" || fail_restore "$1"
  compile "$1" || fail_compilation "$1"
}

# The stand-ins take the place of packages that cannot be had. They never hide that the host does not compile with those that can.
choose_packages() {
  if restore feed; then
    packages=feed
    compile feed || fail_compilation feed
    echo 'Packages: feed (the official packages restore, and the host compiles with them)' >&2
  else
    packages=compat
    compile_packages compat
    echo 'Packages: compat (the official packages do not restore here: .build/feed.log; --packages=feed tries them again)' >&2
  fi
}

prepare() {
  if ! mkdir -p "$state" 2>/dev/null || [ ! -w "$state" ]; then fail 3 "$state cannot be written" 'make it writable, or delete it'; fi
  lock
  refuse_folders
  read_choice # another start may have chosen and compiled meanwhile
  read_sdk
  if [ -z "$packages" ] || ! is_current "$packages"; then
    find_sdk
    echo 'Compiling…' >&2
    if [ -n "$packages" ]; then compile_packages "$packages"; else choose_packages; fi
  elif [ -z "$dotnet" ]; then
    find_sdk
  fi
  write_whole "$state/sdk" "$dotnet"
  [ "$packages" = "$chosen" ] || record_choice
}

newline='
'
root=$(find_root)
state=$root/.build
forced=
install_sdk=
for argument; do
  shift
  case $argument in
    --packages=feed | --packages=compat) forced=${argument#*=} ;;
    --packages | --packages=*) fail 64 "'$argument' is no choice of packages" 'use --packages=feed or --packages=compat' ;;
    --install-sdk) install_sdk=yes ;;
    *) set -- "$@" "$argument" ;;
  esac
done

read_choice
read_sdk
if [ -z "$dotnet" ] || [ -z "$packages" ] || [ "$packages" != "$chosen" ] || ! is_current "$packages"; then
  (prepare) # in a process of its own: its traps and its lock end before the host starts
  read_choice
  read_sdk
fi

# The host starts dotnet itself, for the tests: the same SDK and the same packages.
home=${dotnet%/*}
[ "$(command -v dotnet || :)" = "$dotnet" ] || export PATH="$home:$PATH"
[ ! -d "$home/shared" ] || export DOTNET_ROOT="$home"
export PackageSource="$packages"
exec "$dotnet" "$(host "$packages")" "$@"
