# Tries the packages of build.sh on Windows itself: installs silently, works with
# deskctl, opens the window, removes, and does it again with the MSI and with the
# portable one. It needs an administrator for the MSI only. Pictures of the screen
# go to OUT: whether the window was drawn well is for a person to see.
#
#	check.ps1 DIST [OUT]
param([Parameter(Mandatory)][string]$Dist, [string]$Out = 'out/windows-pictures')
$ErrorActionPreference = 'Stop'
function Fail($words) { Write-Error "check.ps1: $words" }
function Run($path, $arguments) { (Start-Process -FilePath $path -ArgumentList $arguments -Wait -PassThru).ExitCode }

$setup = (Get-ChildItem "$Dist/*-setup.exe").FullName
$msi = (Get-ChildItem "$Dist/*.msi").FullName
$app = "$env:LOCALAPPDATA\Programs\DeputyDesk"
$data = "$env:LOCALAPPDATA\DeputyDesk"
$work = (New-Item -ItemType Directory -Force "$env:TEMP\代表 测试").FullName
$Out = (New-Item -ItemType Directory -Force $Out).FullName

# Picture keeps the screen as NAME.png; a machine without one has nothing to show.
function Picture($name) {
	try {
		Add-Type -AssemblyName System.Windows.Forms, System.Drawing
		$size = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds
		$picture = New-Object System.Drawing.Bitmap $size.Width, $size.Height
		[System.Drawing.Graphics]::FromImage($picture).CopyFromScreen($size.Location, [System.Drawing.Point]::Empty, $size.Size)
		$picture.Save("$Out\$name.png")
	} catch { Write-Warning "no picture of ${name}: $_" }
}

# Window opens the program in FOLDER and closes it. The box that says why no window
# can be made is called as the window is, but it ends the program with 1.
function Window($folder, $name, $meanwhile) {
	$window = Start-Process -FilePath "$folder\deputydesk.exe" -PassThru
	$null = $window.Handle # else its exit code is not kept
	foreach ($i in 1..60) {
		Start-Sleep -Seconds 1
		$window.Refresh()
		if ($window.HasExited) { Fail "${name}: the program ended at once with $($window.ExitCode)" }
		if ($window.MainWindowTitle -like '*代表案头*') { break }
	}
	if ($window.MainWindowTitle -notlike '*代表案头*') { Fail "${name}: after a minute the window is called '$($window.MainWindowTitle)'" }
	Start-Sleep -Seconds 10
	Picture $name
	if ($meanwhile) { & $meanwhile }
	$window.CloseMainWindow() | Out-Null
	if (-not $window.WaitForExit(20000)) { Fail "${name}: the window does not close" }
	if ($window.ExitCode -ne 0) {
		Get-ChildItem -Recurse -Path $data, $folder -Filter incidents.txt -ErrorAction SilentlyContinue | Get-Content
		Fail "${name}: the program ended with $($window.ExitCode); see $name.png"
	}
}

if ((Run $setup '/S') -ne 0) { Fail 'setup.exe /S' }
Expand-Archive -Force (Get-ChildItem "$Dist/deskctl-*-windows-amd64.zip").FullName $work
$deskctl = (Get-ChildItem "$work/deskctl-*/deskctl.exe").FullName
& $deskctl demo "$work\出来"
if ($LASTEXITCODE -ne 0 -or -not (Test-Path "$work\出来\sheet.pdf")) { Fail 'deskctl demo' }

Window $app 'installed' { if ((Run $setup '/S') -ne 2) { Fail 'it was installed over while it ran' } }
Run "$app\uninstall.exe" "/S _?=$app" | Out-Null
if (Test-Path "$app\deputydesk.exe") { Fail 'it was not removed' }
if (-not (Test-Path "$data\desk.db")) { Fail 'removing it took the data along' }

Expand-Archive -Force (Get-ChildItem "$Dist/*-portable.zip").FullName "$work\U盘"
Window "$work\U盘\代表案头" 'portable'
if (-not (Test-Path "$work\U盘\代表案头\代表案头数据\desk.db")) { Fail 'the portable one keeps its data elsewhere' }

if ((Run 'msiexec' "/i `"$msi`" /qn") -ne 0) { Fail 'msiexec /i' }
Window "$env:ProgramFiles\DeputyDesk" 'for-all'
if ((Run 'msiexec' "/x `"$msi`" /qn") -ne 0) { Fail 'msiexec /x' }
if (Test-Path "$env:ProgramFiles\DeputyDesk\deputydesk.exe") { Fail 'the MSI was not removed' }
Write-Output 'all well'
