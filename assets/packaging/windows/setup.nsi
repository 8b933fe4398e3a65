; The installer of 代表案头 for one person; it asks for no administrator.
;
;	setup.exe [/S] [/D=FOLDER]             /S asks nothing; /D comes last
;	uninstall.exe [/S] [/KEEPDATA | /DELETEDATA]
;
; Removing keeps what the person wrote, unless they tick it or /DELETEDATA says so.
; Both end with 0 when done, 1 when the person stopped it, and with 2 and one
; sentence when it cannot be: the sentence is in setup.log beside a silent one's
; temporary files (%TEMP%\deputydesk-setup.log).
;
; build.sh gives PAYLOAD, OUT, VERSION, NUMBERS, ICON, PACKING (lzma or zlib) and
; SIGN, the script that signs the uninstaller before it is packed.

Unicode true
Target amd64-unicode
SetCompressor /SOLID ${PACKING}
!if ${PACKING} == lzma
	SetCompressorDictSize 32
!endif
!uninstfinalize 'sh "${SIGN}" "%1"'
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
Name "代表案头"
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
InstallDir "$LOCALAPPDATA\Programs\DeputyDesk"
InstallDirRegKey HKCU "Software\DeputyDesk" "InstallDir"
BrandingText "代表案头 ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "代表案头"
VIAddVersionKey /LANG=2052 "FileDescription" "代表案头 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "CompanyName" "代表案头"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include LogicLib.nsh
!include WordFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\DeputyDesk"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\DeputyDesk"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TITLE "安装代表案头 ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "只装给您自己用，不需要管理员。$\r$\n$\r$\n程序不联网。写下的内容存在本机：$\r$\n${DATA}$\r$\n$\r$\n已经装过旧版的，直接装，内容都在。点“下一步”继续。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "装好了"
!define MUI_FINISHPAGE_TEXT "以后从“开始”菜单打开“代表案头”；双击 .dbs、.dbz 文件也会打开它。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\deputydesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开"
!insertmacro MUI_PAGE_FINISH

!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "写下的批注、建议和登记都留着，以后重装还在。确实不要了，再勾选第二项：删掉就找不回来。"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Refuse says one sentence, in a box or, if silent, in the log, and ends with 2.
!macro Refuse sentence
	${If} ${Silent}
		FileOpen $9 "$TEMP\deputydesk-setup.log" w
		FileWriteUTF16LE /BOM $9 "${sentence}$\r$\n"
		FileClose $9
	${Else}
		MessageBox MB_OK|MB_ICONEXCLAMATION "${sentence}"
	${EndIf}
	SetErrorLevel 2
	Quit
!macroend
!define Refuse "!insertmacro Refuse"

; StopIfRunning: a program that runs cannot be opened for writing.
!macro StopIfRunning
	${If} ${FileExists} "$INSTDIR\deputydesk.exe"
		ClearErrors
		FileOpen $9 "$INSTDIR\deputydesk.exe" a
		${If} ${Errors}
			${Refuse} "代表案头正在运行，请先关闭它，再试一次。"
		${EndIf}
		FileClose $9
	${EndIf}
!macroend

Function .onInit
	${IfNot} ${AtLeastWin10}
		${Refuse} "代表案头需要 64 位的 Windows 10 或 11，这台电脑的系统太旧，不能安装。"
	${EndIf}
FunctionEnd

; StopIfOlder: an older program might not know what a newer one has kept.
!macro StopIfOlder
	ReadRegStr $8 HKCU "Software\DeputyDesk" "Numbers"
	${If} $8 != ""
		${VersionCompare} $8 "${NUMBERS}" $9
		${If} $9 = 1
			${Refuse} "已经装有更新的版本，没有改动。确实要用这个旧版，请先在“设置—应用”里卸载新版，内容会留着。"
		${EndIf}
	${EndIf}
!macroend

Section
	!insertmacro StopIfRunning
	!insertmacro StopIfOlder
	; What an older version had and this one has not goes first.
	RMDir /r "$INSTDIR\licences"
	Delete "$INSTDIR\*.pdf"
	Delete "$INSTDIR\deskctl.exe"
	Delete "$INSTDIR\d3dcompiler_47.dll"
	SetOutPath "$INSTDIR"
	ClearErrors
	File /r "${PAYLOAD}/*"
	${If} ${Errors}
		${Refuse} "有文件写不进去，请检查磁盘空间，或者换一个文件夹再装。"
	${EndIf}
	WriteUninstaller "$INSTDIR\uninstall.exe"

	CreateShortCut "$SMPROGRAMS\代表案头.lnk" "$INSTDIR\deputydesk.exe"
	CreateShortCut "$SMPROGRAMS\代表案头（工作人员）.lnk" "$INSTDIR\deputydesk.exe" "--staff"

	WriteRegStr HKCU "Software\DeputyDesk" "InstallDir" "$INSTDIR"
	WriteRegStr HKCU "Software\DeputyDesk" "Numbers" "${NUMBERS}"
	WriteRegStr HKCU "${CLASSES}\DeputyDesk.Packet" "" "代表建议"
	WriteRegStr HKCU "${CLASSES}\DeputyDesk.Packet\DefaultIcon" "" "$INSTDIR\deputydesk.exe,0"
	WriteRegStr HKCU "${CLASSES}\DeputyDesk.Packet\shell\open\command" "" '"$INSTDIR\deputydesk.exe" "%1"'
	WriteRegStr HKCU "${CLASSES}\DeputyDesk.Session" "" "会议包"
	WriteRegStr HKCU "${CLASSES}\DeputyDesk.Session\DefaultIcon" "" "$INSTDIR\deputydesk.exe,0"
	WriteRegStr HKCU "${CLASSES}\DeputyDesk.Session\shell\open\command" "" '"$INSTDIR\deputydesk.exe" "%1"'
	WriteRegStr HKCU "${CLASSES}\.dbz" "" "DeputyDesk.Packet"
	WriteRegStr HKCU "${CLASSES}\.dbz\OpenWithProgids" "DeputyDesk.Packet" ""
	WriteRegStr HKCU "${CLASSES}\.dbs" "" "DeputyDesk.Session"
	WriteRegStr HKCU "${CLASSES}\.dbs\OpenWithProgids" "DeputyDesk.Session" ""

	${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
	IntFmt $0 "0x%08X" $0
	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "代表案头"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\deputydesk.exe,0"
	WriteRegStr HKCU "${UNINSTALL}" "Publisher" "代表案头"
	WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
	WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "un.删除程序"
	SectionIn RO
	!insertmacro StopIfRunning
	; Only what was installed: the folder may be one the person chose and uses.
	Delete "$INSTDIR\deputydesk.exe"
	Delete "$INSTDIR\libEGL.dll"
	Delete "$INSTDIR\libGLESv2.dll"
	Delete "$INSTDIR\fang.ttf"
	Delete "$INSTDIR\说明.txt"
	Delete "$INSTDIR\安全说明.txt"
	Delete "$INSTDIR\*.pdf"
	RMDir /r "$INSTDIR\licences"
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\代表案头.lnk"
	Delete "$SMPROGRAMS\代表案头（工作人员）.lnk"

	ReadRegStr $0 HKCU "${CLASSES}\.dbz" ""
	${If} $0 == "DeputyDesk.Packet"
		DeleteRegValue HKCU "${CLASSES}\.dbz" ""
	${EndIf}
	ReadRegStr $0 HKCU "${CLASSES}\.dbs" ""
	${If} $0 == "DeputyDesk.Session"
		DeleteRegValue HKCU "${CLASSES}\.dbs" ""
	${EndIf}
	DeleteRegValue HKCU "${CLASSES}\.dbz\OpenWithProgids" "DeputyDesk.Packet"
	DeleteRegValue HKCU "${CLASSES}\.dbs\OpenWithProgids" "DeputyDesk.Session"
	DeleteRegKey /ifempty HKCU "${CLASSES}\.dbz\OpenWithProgids"
	DeleteRegKey /ifempty HKCU "${CLASSES}\.dbs\OpenWithProgids"
	DeleteRegKey /ifempty HKCU "${CLASSES}\.dbz"
	DeleteRegKey /ifempty HKCU "${CLASSES}\.dbs"
	DeleteRegKey HKCU "${CLASSES}\DeputyDesk.Packet"
	DeleteRegKey HKCU "${CLASSES}\DeputyDesk.Session"
	DeleteRegKey HKCU "${UNINSTALL}"
	DeleteRegKey HKCU "Software\DeputyDesk"
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section /o "un.同时删除我写下的全部内容" Written
	RMDir /r "${DATA}"
SectionEnd

Function un.onInit
	${GetParameters} $0
	ClearErrors
	${GetOptions} $0 "/DELETEDATA" $1
	${IfNot} ${Errors}
		SectionSetFlags ${Written} ${SF_SELECTED}
	${EndIf}
	ClearErrors
	${GetOptions} $0 "/KEEPDATA" $1
	${IfNot} ${Errors}
		SectionSetFlags ${Written} 0
	${EndIf}
FunctionEnd
