# Compiles the build host when one of its sources has changed, then runs it: every argument, the working directory and
# the exit code are the host's. The same as build.sh, for PowerShell 7 and Windows PowerShell 5.1. Options of its own:
#   --packages=feed|compat   the official packages, or the stand-ins under build/compat, from now on; without it: the
#                            choice in .build/packages; without one: the stand-ins only where the official do not restore.
#                            A choice, however made, stays until the next --packages or until .build/packages is deleted
#   --install-sdk            fetch the .NET SDK into .build/dotnet when none fits global.json
# No param block: PowerShell would bind -t, -e and -v itself, and would take a lone -- away.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$self = Get-Item -LiteralPath $PSCommandPath
if ($self.LinkType -eq 'SymbolicLink') {
    $target = @($self.Target)[0]
    if (-not [IO.Path]::IsPathRooted($target)) { $target = Join-Path $PSScriptRoot $target }
    $root = Split-Path -Parent ([IO.Path]::GetFullPath($target))
}
$state = Join-Path $root '.build'
$windows = [IO.Path]::DirectorySeparatorChar -eq '\'
$dotnetName = if ($windows) { 'dotnet.exe' } else { 'dotnet' }

function Stop-Bootstrap([int] $ExitCode, [string] $Message, [string] $Remedy) {
    [Console]::Error.WriteLine("error: $Message")
    [Console]::Error.WriteLine("  -> $Remedy")
    exit $ExitCode
}

# What MSBuild and the compiler do not take in a path, each tried. Anything else they do. Windows has the colon of its drives.
function Assert-Path {
    $refused = if ($windows) { ';|%(?=[0-9A-Fa-f]{2})|@\(' } else { '[\n;:|"\\*?]|%(?=[0-9A-Fa-f]{2})|@\(' }
    if ($root -match $refused) {
        $named = switch ($Matches[0]) { "`n" { 'a line break' } '%' { "'%' before two hexadecimal digits" } default { "'$_'" } }
        Stop-Bootstrap 3 "the build host cannot be compiled in ${root}: its path holds $named" 'move the checkout'
    }
}

# One line per source, and per file the host consists of, with its time and length: whatever is edited, new, deleted or cut off makes a difference.
function Get-FileList([string] $Packages, [string] $Sources) {
    $output = Split-Path -Parent (Get-HostPath $Packages)
    $files = @(Get-ChildItem -LiteralPath $output -File -ErrorAction SilentlyContinue | Where-Object { $_.Extension -in '.dll', '.json' })
    (@($Sources) + @(Format-Files $files)) -join "`n"
}

function Format-Files($Files) {
    $Files | Sort-Object FullName | ForEach-Object { '{0} {1} {2}' -f $_.FullName, $_.Length, $_.LastWriteTimeUtc.Ticks }
}

function Get-SourceList {
    $files = @(Get-ChildItem -LiteralPath $root -File -Force |
        Where-Object { $_.Name -like 'Directory.*.props' -or $_.Name -in 'global.json', 'nuget.config', '.editorconfig' })
    $files += @(Get-ChildItem -LiteralPath (Join-Path $root 'build') -File -Force -Recurse |
        Where-Object { $_.FullName -notmatch '[\\/](environments|__pycache__|bin|obj)[\\/]' -and $_.Name -notlike '*.lock.json' })
    @(Format-Files $files) -join "`n"
}

function Get-HostPath([string] $Packages) {
    $output = if ($Packages -eq 'compat') { $state } else { Join-Path $state $Packages }
    Join-Path $output 'bin/TickStack.Build/release/TickStack.Build.dll'
}

function Test-Current([string] $Packages) {
    $list = Join-Path $state "$Packages.list"
    (Test-Path -LiteralPath $list -PathType Leaf) -and (Test-Path -LiteralPath (Get-HostPath $Packages)) -and
        ((Read-Text $list) -ceq (Get-FileList $Packages (Get-SourceList)))
}

# Runs dotnet at the root, where global.json is looked for, and gives back its exit code.
function Invoke-Dotnet([string] $Dotnet, [string[]] $Arguments, [string] $Log) {
    Push-Location -LiteralPath $root
    $before = $ErrorActionPreference
    $ErrorActionPreference = 'Continue' # Windows PowerShell makes an error of every line on stderr
    try {
        & $Dotnet @Arguments 2>&1 | ForEach-Object { "$_" } | Set-Content -LiteralPath $Log -Encoding UTF8
        $LASTEXITCODE
    }
    finally {
        $ErrorActionPreference = $before
        Pop-Location
    }
}

# It fits global.json, and has the runtime of the host.
function Test-Fit([string] $Dotnet) {
    $log = Join-Path $state 'sdk.log'
    try { (Test-Path -LiteralPath $Dotnet -PathType Leaf) -and (Invoke-Dotnet $Dotnet @('--version') $log) -eq 0 -and (Find-Runtime $Dotnet) }
    catch { $false } # no program, or one for another architecture
}

function Find-Runtime([string] $Dotnet) {
    $log = Join-Path $state 'sdk.log'
    $null = Invoke-Dotnet $Dotnet @('--list-runtimes') $log
    $runtimes = @(Get-Content -LiteralPath $log -Encoding UTF8 | ForEach-Object {
            if ($_ -match '^Microsoft\.NETCore\.App (10\.\S+) \[(.*)\]$') { Join-Path $Matches[2] $Matches[1] }
        })
    if ($runtimes -and (Test-Whole $Dotnet $runtimes[-1])) { $runtimes[-1] } else { '' }
}

# What can be told without starting it: the program, the runtime it starts the host on, and what finds the one for the other.
function Test-Whole([string] $Dotnet, [string] $Runtime) {
    $Dotnet -and $Runtime -and [IO.File]::Exists($Dotnet) -and (Get-Item -LiteralPath $Dotnet -Force).Length -gt 0 -and
        [IO.File]::Exists((Join-Path $Runtime 'System.Private.CoreLib.dll')) -and [IO.Directory]::Exists((Join-Path $Runtime '../../../host/fxr'))
}

function Find-Sdk {
    $candidates = @(Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | ForEach-Object { $_.Path })
    $folders = @($env:DOTNET_ROOT, (Join-Path $state 'dotnet'), (Join-Path $HOME '.dotnet'))
    if ($windows) { $folders += Join-Path $env:ProgramFiles 'dotnet' } else { $folders += '/usr/share/dotnet', '/usr/lib/dotnet', '/usr/local/share/dotnet' }
    $candidates += @($folders | Where-Object { $_ } | ForEach-Object { Join-Path $_ $dotnetName })
    foreach ($candidate in $candidates) {
        if (Test-Fit $candidate) { return $candidate }
    }
    if (-not $installSdk) {
        Stop-Bootstrap 3 'no .NET 10 SDK was found' `
            'get it from https://dotnet.microsoft.com/download/dotnet/10.0, or add --install-sdk to have it fetched into .build/dotnet'
    }
    Install-Sdk
}

function Install-Sdk {
    [Console]::Error.WriteLine('Fetching the .NET 10 SDK into .build/dotnet...')
    $into = Join-Path $state 'dotnet'
    $script = if ($windows) { 'dotnet-install.ps1' } else { 'dotnet-install.sh' }
    $installer = Join-Path $state $script
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        Invoke-WebRequest -UseBasicParsing -Uri "https://dot.net/v1/$script" -OutFile $installer
    }
    catch {
        Stop-Bootstrap 3 "the official install script of .NET could not be fetched: $($_.Exception.Message)" 'check the network, or install the .NET 10 SDK by hand'
    }
    if ($windows) { & $installer -Channel 10.0 -InstallDir $into -NoPath | Out-Null } else { bash $installer --channel 10.0 --install-dir $into --no-path | Out-Null }
    $dotnet = Join-Path $into $dotnetName
    if (-not (Test-Fit $dotnet)) {
        Stop-Bootstrap 3 'the installed .NET SDK does not fit global.json' 'install the SDK that global.json names'
    }
    $dotnet
}

# Restoring and compiling are two steps: their exit codes tell whether the packages or the sources fail.
function Invoke-Step([string] $Step, [string] $Packages, [string[]] $Options) {
    $arguments = @($Step, 'build/TickStack.Build', "-p:PackageSource=$Packages", '-nodeReuse:false', '-nologo', '-v:quiet', '-clp:NoSummary') + @($Options)
    (Invoke-Dotnet $dotnet $arguments (Join-Path $state "$Packages.log")) -eq 0
}

function Invoke-Restore([string] $Packages) { Invoke-Step 'restore' $Packages @() }

function Invoke-Compilation([string] $Packages, [string] $Sources) {
    if (-not (Invoke-Step 'build' $Packages @('-c', 'Release', '--no-restore'))) { return $false }
    Write-Whole (Join-Path $state "$Packages.list") (Get-FileList $Packages $Sources)
    $true
}

function Stop-Step([string] $Packages, [string] $Message) {
    Get-Content -LiteralPath (Join-Path $state "$Packages.log") -Encoding UTF8 | ForEach-Object { [Console]::Error.WriteLine($_) }
    $remedy = 'the lines above say why'
    if ($Packages -ne 'compat') { $remedy += '; --packages=compat takes the stand-ins under build/compat instead, from then on' }
    Stop-Bootstrap 1 $Message $remedy
}

function Stop-Restore([string] $Packages) {
    if ($Packages -eq 'feed') { Stop-Step 'feed' 'the official packages do not restore here' }
    Stop-Step 'compat' 'the packages do not restore here'
}

function Stop-Compilation([string] $Packages) {
    if ($Packages -eq 'feed') { Stop-Step 'feed' 'the official packages restore, but the build host does not compile with them' }
    Stop-Step 'compat' 'the build host does not compile'
}

# The first line is the word alone, or the word, a blank and anything. What is no such file counts as no choice.
# Directory.Build.props and build.sh read the same file by the same rule.
function Read-Choice {
    $text = Read-Text (Join-Path $state 'packages')
    if ($text -cmatch '^(feed|compat)( |\n|$)') { $Matches[1] } else { '' }
}

# Two lines: the program, and the runtime that it starts the host on.
function Read-Sdk {
    $sdk, $runtime = (Read-Text (Join-Path $state 'sdk')) -split '\r?\n'
    if (Test-Whole $sdk @($runtime)[0]) { $sdk } else { '' }
}

function Read-Text([string] $File) {
    try { [IO.File]::ReadAllText($File) }
    catch [IO.IOException], [UnauthorizedAccessException] { '' }
}

# What is written here replaces files. A folder in the place of one would take the new file in, or refuse it.
function Assert-NoFolder {
    foreach ($name in 'lock.ps1', 'packages', 'sdk', 'sdk.log', 'feed.log', 'feed.list', 'compat.log', 'compat.list') {
        foreach ($path in (Join-Path $state $name), (Join-Path $state "$name.new")) {
            if (Test-Path -LiteralPath $path -PathType Container) { Stop-Bootstrap 3 "$path is a folder, where a file belongs" 'delete it' }
        }
    }
}

# Whole or not at all: it may be read at any time.
function Write-Whole([string] $File, [string] $Text) {
    try {
        [IO.File]::WriteAllText("$File.new", $Text)
        $there = Get-Item -LiteralPath $File -Force -ErrorAction SilentlyContinue
        if ($there -and $there.LinkType -eq 'SymbolicLink') { [IO.File]::Delete($File) } # one that leads nowhere cannot be replaced
        if ([IO.File]::Exists($File)) { [IO.File]::Replace("$File.new", $File, [NullString]::Value) } else { [IO.File]::Move("$File.new", $File) }
    }
    catch [IO.IOException], [UnauthorizedAccessException] {
        Stop-Bootstrap 3 "$File cannot be written: $($_.Exception.GetBaseException().Message)" 'delete it, or make room'
    }
}

function Save-Choice([string] $Packages) {
    Write-Whole (Join-Path $state 'packages') "$Packages`n"
    if ($forced) { [Console]::Error.WriteLine("Packages: $Packages (as --packages says, from now on)") }
}

function Invoke-Packages([string] $Packages, [string] $Sources) {
    if (-not (Invoke-Restore $Packages)) { Stop-Restore $Packages }
    if (-not (Invoke-Compilation $Packages $Sources)) { Stop-Compilation $Packages }
}

# The stand-ins take the place of packages that cannot be had. They never hide that the host does not compile with those that can.
function Select-Packages([string] $Sources) {
    if (Invoke-Restore 'feed') {
        if (-not (Invoke-Compilation 'feed' $Sources)) { Stop-Compilation 'feed' }
        [Console]::Error.WriteLine('Packages: feed (the official packages restore, and the host compiles with them)')
        return 'feed'
    }
    Invoke-Packages 'compat' $Sources
    [Console]::Error.WriteLine('Packages: compat (the official packages do not restore here: .build/feed.log; --packages=feed tries them again)')
    'compat'
}

# The system lets go of an open file when its owner ends, however it ends. Only an open one is waited for: 32 and 33 are Windows'
# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, 11 and 35 are EWOULDBLOCK of Linux and macOS.
function Lock-Compilation {
    $file = Join-Path $state 'lock.ps1'
    $open = if ($windows) { 32, 33 } else { 11, 35 }
    $said = $false
    while ($true) {
        try { return [IO.File]::Open($file, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException], [UnauthorizedAccessException] {
            $failure = $_.Exception.GetBaseException()
            if ($failure -isnot [IO.IOException] -or ($failure.HResult -band 0xFFFF) -notin $open) {
                Stop-Bootstrap 3 "$file cannot be written: $($failure.Message)" 'delete it, or make room'
            }
            if (-not $said) { [Console]::Error.WriteLine('Waiting for another start, which compiles...') }
            $said = $true
            Start-Sleep -Milliseconds 500
        }
    }
}

$forced = ''
$installSdk = $false
$hostArguments = @(foreach ($argument in $args) {
        if ($argument -cmatch '^--packages=(feed|compat)$') { $forced = $Matches[1] }
        elseif ($argument -clike '--packages*') { Stop-Bootstrap 64 "'$argument' is no choice of packages" 'use --packages=feed or --packages=compat' }
        elseif ($argument -ceq '--install-sdk') { $installSdk = $true }
        else { "$argument" }
    })

$chosen = Read-Choice
$packages = if ($forced) { $forced } else { $chosen }
$dotnet = Read-Sdk

if (-not $dotnet -or -not $packages -or $packages -cne $chosen -or -not (Test-Current $packages)) {
    Assert-Path
    $null = New-Item -ItemType Directory -Force -Path $state -ErrorAction SilentlyContinue
    if (-not (Test-Path -LiteralPath $state -PathType Container)) { Stop-Bootstrap 3 "$state cannot be written" 'make it writable, or delete it' }
    Assert-NoFolder
    $lock = Lock-Compilation
    try {
        # Another start may have chosen and compiled meanwhile.
        $chosen = Read-Choice
        if (-not $forced) { $packages = $chosen }
        $dotnet = Read-Sdk
        if (-not $packages -or -not (Test-Current $packages)) {
            $dotnet = Find-Sdk
            [Console]::Error.WriteLine('Compiling...')
            $sources = Get-SourceList # what is edited meanwhile differs from it
            if ($packages) { Invoke-Packages $packages $sources } else { $packages = Select-Packages $sources }
        }
        elseif (-not $dotnet) { $dotnet = Find-Sdk }
        Write-Whole (Join-Path $state 'sdk') "$dotnet`n$(Find-Runtime $dotnet)`n"
        if ($packages -cne $chosen) { Save-Choice $packages }
    }
    finally { $lock.Dispose() }
}

# The host starts dotnet itself, for the tests: the same SDK and the same packages.
$onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
$dotnetHome = Split-Path -Parent $dotnet
if (-not $onPath -or $onPath.Path -ne $dotnet) { $env:PATH = $dotnetHome + [IO.Path]::PathSeparator + $env:PATH }
if (Test-Path -LiteralPath (Join-Path $dotnetHome 'shared')) { $env:DOTNET_ROOT = $dotnetHome }
$env:PackageSource = $packages

# Windows PowerShell and PowerShell before 7.3 drop empty arguments and inner quotes unless they are written the way a process reads them.
$verbatim = $PSVersionTable.PSVersion -ge [Version] '7.3'
if ($verbatim) { $PSNativeCommandArgumentPassing = 'Standard' }
else {
    $hostArguments = @($hostArguments | ForEach-Object {
            $escaped = $_ -replace '(\\*)"', '$1$1\"'
            if ($escaped -eq '') { '""' } elseif ($escaped -match '\s') { $escaped -replace '(\\+)$', '$1$1' } else { $escaped }
        })
}
$ErrorActionPreference = 'Continue'
try { & $dotnet (Get-HostPath $packages) @hostArguments }
catch [Management.Automation.ApplicationFailedException] {
    Stop-Bootstrap 3 "$dotnet cannot be started: $($_.Exception.Message)" "delete $(Join-Path $state 'sdk'), and it is found again"
}
exit $LASTEXITCODE
