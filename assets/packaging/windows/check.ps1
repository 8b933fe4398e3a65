# Tries the packages of build.sh on Windows itself: installs silently, works with
# deskctl, opens the window for twenty seconds, removes, and does it again with the
# MSI. It needs an administrator for the MSI only.
#
#	check.ps1 DIST
param([Parameter(Mandatory)][string]$Dist)
$ErrorActionPreference = 'Stop'
function Fail($words) { Write-Error "check.ps1: $words"; exit 1 }
function Run($path, $arguments) { (Start-Process -FilePath $path -ArgumentList $arguments -Wait -PassThru).ExitCode }

$setup = (Get-ChildItem "$Dist/*-setup.exe").FullName
$msi = (Get-ChildItem "$Dist/*.msi").FullName
$app = "$env:LOCALAPPDATA\Programs\DeputyDesk"
$data = "$env:LOCALAPPDATA\DeputyDesk"
$out = New-Item -ItemType Directory -Force "$env:TEMP\代表 测试"

if ((Run $setup '/S') -ne 0) { Fail 'setup.exe /S' }
Expand-Archive -Force (Get-ChildItem "$Dist/deskctl-*-windows-amd64.zip").FullName $out
$deskctl = (Get-ChildItem "$out/deskctl-*/deskctl.exe").FullName
& $deskctl demo "$out\出来"
if ($LASTEXITCODE -ne 0 -or -not (Test-Path "$out\出来\sheet.pdf")) { Fail 'deskctl demo' }

$window = Start-Process -FilePath "$app\deputydesk.exe" -PassThru
Start-Sleep -Seconds 20
$window.Refresh()
if ($window.HasExited) { Fail "the window closed at once with $($window.ExitCode)" }
if ($window.MainWindowTitle -notlike '*代表案头*') { Fail "the window is called '$($window.MainWindowTitle)'" }
if ((Run $setup '/S') -ne 2) { Fail 'it was installed over while it ran' }
$window.CloseMainWindow() | Out-Null
if (-not $window.WaitForExit(20000)) { Fail 'the window does not close' }

Run "$app\uninstall.exe" "/S _?=$app" | Out-Null
if (Test-Path "$app\deputydesk.exe") { Fail 'it was not removed' }
if (-not (Test-Path "$data\desk.db")) { Fail 'removing it took the data along' }

if ((Run 'msiexec' "/i `"$msi`" /qn") -ne 0) { Fail 'msiexec /i' }
& "$env:ProgramFiles\DeputyDesk\deskctl.exe" demo "$out\又"
if ($LASTEXITCODE -ne 0) { Fail 'deskctl of the MSI' }
if ((Run 'msiexec' "/x `"$msi`" /qn") -ne 0) { Fail 'msiexec /x' }
if (Test-Path "$env:ProgramFiles\DeputyDesk\deputydesk.exe") { Fail 'the MSI was not removed' }
Write-Output 'all well'
