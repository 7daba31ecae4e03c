#!/bin/sh
# Compiles the build host when one of its sources has changed, then becomes it: every argument, the working directory,
# signals and the exit code are the host's. Two options belong to this script and are taken out:
#   --packages=feed|compat   the official packages, or the stand-ins under build/compat, from now on; without it: the
#                            choice in .build/packages; without one: the stand-ins only where the official do not restore.
#                            A choice, however made, stays until the next --packages or until .build/packages is deleted
#   --install-sdk            fetch the .NET SDK into .build/dotnet when none fits global.json
# Delete .build/ to start over, the choice of packages included.
set -eu

find_root() { # a / follows the path, since the shell would drop line breaks at its end
  script=$0
  while [ -L "$script" ]; do
    link=$(readlink "$script")
    case $link in
      /*) script=$link ;;
      *) script=$(dirname "$script")/$link ;;
    esac
  done
  case $script in
    */*) CDPATH='' cd -P -- "${script%/*}/" && pwd ;;
    *) pwd -P ;;
  esac
  echo /
}

fail() { # EXIT-CODE MESSAGE REMEDY
  printf 'error: %s\n  → %s\n' "$2" "$3" >&2
  exit "$1"
}

# What MSBuild and the compiler do not take in a path, each tried. Anything else they do.
refuse_path() {
  for text in "$newline" ';' ':' '|' '"' "\\" '*' '?' '@('; do
    case $root in *"$text"*) refuse_path_with "$text" ;; esac
  done
  case $root in *%[0-9A-Fa-f][0-9A-Fa-f]*) refuse_path_with '%' ' before two hexadecimal digits' ;; esac
}

refuse_path_with() { # TEXT [WHERE]
  named="'$1'${2:-}"
  [ "$1" != "$newline" ] || named='a line break'
  fail 3 "the build host cannot be compiled in $root: its path holds $named" 'move the checkout'
}

# One line per source and per file the host consists of. A source that is newer than the saved list reads "changed" instead, and a host's
# file that is empty or cannot be read has no line: whatever is edited, new, deleted or cut off makes a difference.
list_files() { # HOST SAVED-LIST
  for file in "${1%/*}"/*.dll "${1%/*}"/*.json; do
    if [ -s "$file" ] && [ -r "$file" ]; then echo "$file"; fi
  done
  saved=$2
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
  dll=$(host "$1") sources=$state/$1.sources
  [ -f "$sources" ] && [ -r "$sources" ] && [ -s "$dll" ] && [ "$(list_files "$dll" "$sources")" = "$(cat "$sources")" ]
}

# What can be told without starting it: the program, the runtime it starts the host on, and what finds the one for the other.
is_whole() { # DOTNET RUNTIME
  [ -f "$1" ] && [ -x "$1" ] && [ -s "$1" ] && [ -s "$2/System.Private.CoreLib.dll" ] && [ -d "$2/../../../host/fxr" ]
}

# It fits global.json, and has the runtime of the host.
fits() { # DOTNET
  [ -s "$1" ] && [ -x "$1" ] && (cd "$root" && "$1" --version) >/dev/null 2>&1 || return 1
  runtime=$("$1" --list-runtimes 2>/dev/null | sed -n 's|^Microsoft\.NETCore\.App \(10\.[^ ]*\) \[\(.*\)\]$|\2/\1|p' | tail -n 1)
  is_whole "$1" "$runtime"
}

find_sdk() {
  for dotnet in "$(command -v dotnet || :)" "${DOTNET_ROOT:-}/dotnet" "$state/dotnet/dotnet" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet; do
    if fits "$dotnet"; then return; fi
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
  fits "$dotnet" || fail 3 'the installed .NET SDK does not fit global.json' 'install the SDK that global.json names'
}

# What is written here replaces files. A folder in the place of one would take the new file in, or refuse it.
refuse_folders() {
  for file in packages sdk step feed.log feed.started feed.sources compat.log compat.started compat.sources; do
    for path in "$state/$file" "$state/$file.new"; do
      [ ! -d "$path" ] || fail 3 "$path is a folder, where a file belongs" 'delete it'
    done
  done
}

# Whole or not at all: it may be read at any time.
write_whole() { # FILE LINE…
  file=$1
  shift
  { rm -f "$file.new" && printf '%s\n' "$@" >"$file.new" && mv -f "$file.new" "$file"; } \
    || fail 3 "$file cannot be written" 'the line above says why; delete it, or make room'
}

# Which process, on which machine, since when: a number alone is another process's some day, and another machine's on a shared folder.
# Containers of one name differ in their namespace of processes. A zombie has ended.
identity() { # PID
  if [ -r /proc/self/stat ]; then
    since=$(cat /proc/sys/kernel/random/boot_id)/$(sed -n 's/.*) [^ZX] //p' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 19)
  else
    since=$(TZ=UTC0 LC_ALL=C ps -o lstart= -p "$1" | tr -s ' ' '-')
  fi
  echo "$1 $(uname -n)/$(readlink /proc/self/ns/pid 2>/dev/null || :) $since"
}

own_pid() { exec sh -c 'echo "$PPID"'; } # as $(own_pid), since a subshell has the $$ of the shell around it

lives() { # IDENTITY
  [ "$(identity "${1%% *}")" = "$1" ]
}

is_elsewhere() { # IDENTITY
  case $1 in
    *' '*' '*) machine=${1#* } && [ "${machine%% *}" != "$here" ] ;;
    *) false ;;
  esac
}

wait_for() { # IDENTITY
  if [ $((waited % 60)) -eq 0 ]; then
    message="Waiting for process ${1%% *}, which compiles…"
    if is_elsewhere "$1"; then message="$message It runs on ${machine%%/*}; if it is gone, delete $state/lock"; fi
    echo "$message" >&2
  fi
  waited=$((waited + 1))
  sleep 1
}

# A symbolic link is made in one step and names its owner: no flock on macOS. What it names never exists as a file.
lock() {
  me=$(own_pid)
  me=$(identity "$me")
  here=${me#* } here=${here%% *}
  waited=0 attempts=0 error=
  until [ ! -e "$state/lock" ] && error=$(ln -s "$me" "$state/lock" 2>&1); do
    [ ! -e "$state/lock" ] || fail 3 "$state/lock is no lock of a start" 'delete it'
    owner=$(readlink "$state/lock" || :)
    if [ -n "$owner" ] && { is_elsewhere "$owner" || lives "$owner"; }; then
      wait_for "$owner"
      continue
    fi
    attempts=$((attempts + 1))
    [ "$attempts" -lt 30 ] || fail 3 "$state/lock cannot be made: $error" 'delete it, make room, or make the folder writable'
    [ -z "$owner" ] || take_away "$owner"
  done
  trap 'give_back "$me"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # A killed start leaves its dotnet behind, which writes on.
  while [ -f "$state/step" ] && step=$(cat "$state/step") && lives "$step"; do wait_for "$step"; done
}

# One at a time, and after another look: since the last one, another start may have made the lock its own.
take_away() { # IDENTITY
  if ln -s "$me" "$state/lock.taking" 2>/dev/null; then
    give_back "$1"
    rm -f "$state/lock.taking"
  elif taker=$(readlink "$state/lock.taking"); then
    if lives "$taker"; then sleep 1; else rm -f "$state/lock.taking"; fi
  fi
}

give_back() { # IDENTITY
  [ "$(readlink "$state/lock")" != "$1" ] || rm -f "$state/lock"
}

# Restoring and compiling are two steps: their exit codes tell whether the packages or the sources fail.
run_step() { # restore|build feed|compat OPTION…
  (
    step=$1 source=$2
    shift 2
    identity "$(own_pid)" >"$state/step" || :
    cd "$root" # where global.json is looked for
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_TieredPGO=0 # the compiler ends before a profile of it pays
    exec "$dotnet" "$step" build/TickStack.Build "-p:PackageSource=$source" -nodeReuse:false -nologo -v:quiet -clp:NoSummary "$@"
  ) >>"$state/$2.log" 2>&1 </dev/null && return
  if [ $? -lt 128 ] && [ -s "$state/$2.log" ]; then rm -f "$state/$2.started"; fi # it has ended in order, and could say why
  return 1
}

# A step that was killed may have left half a file, which a later one would take for a whole one.
restore() { # feed|compat
  incremental=yes
  [ ! -e "$state/$1.started" ] || incremental=
  write_whole "$state/$1.started" ''
  rm -f "$state/$1.log"
  run_step restore "$1"
}

compile() { # feed|compat
  if [ -n "$incremental" ]; then set -- "$1" -c Release --no-restore; else set -- "$1" -c Release --no-restore --no-incremental; fi
  run_step build "$@" || return 1
  sources=$state/$1.sources
  { # what was edited meanwhile is newer
    rm -f "$sources.new" && list_files "$(host "$1")" "$state/$1.started" | sed '/^changed$/d' >"$sources.new" \
      && touch -r "$state/$1.started" "$sources.new" && mv -f "$sources.new" "$sources"
  } || fail 3 "$sources cannot be written" 'the line above says why; delete it, or make room'
  rm -f "$state/$1.started"
}

fail_step() { # feed|compat MESSAGE
  [ -s "$state/$1.log" ] || fail 3 "$2, and $state/$1.log does not say why" 'make room on its disk, and see that it can be written'
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

# Two lines: the program, and the runtime that it starts the host on.
read_sdk() {
  dotnet='' runtime=''
  if [ -f "$state/sdk" ] && [ -r "$state/sdk" ]; then { read -r dotnet && read -r runtime; } <"$state/sdk" || :; fi
  is_whole "$dotnet" "$runtime" || dotnet=
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
  refuse_path
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
  write_whole "$state/sdk" "$dotnet" "$runtime"
  [ "$packages" = "$chosen" ] || record_choice
}

newline='
'
root=$(find_root)
root=${root%"$newline/"}
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
path=$PATH
[ "$(command -v dotnet || :)" = "$dotnet" ] || export PATH="$home:$PATH"
[ ! -d "$home/shared" ] || export DOTNET_ROOT="$home"
export PackageSource="$packages"
trap 'rm -f "$state/sdk" && PATH=$path exec "$0" "$@"' EXIT # what the system does not execute, as on another architecture, is found again
exec "$dotnet" "$(host "$packages")" "$@"
