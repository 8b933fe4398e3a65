# shellcheck shell=sh disable=SC2034
# Sourced: an input method of its own, Pinyin of fcitx5, on the screen that DISPLAY
# names. Nobody's own settings are touched.

# pinyin_settings FOLDER writes the settings and has fcitx5 read them there.
pinyin_settings() {
	mkdir -p "$1/config/fcitx5"
	cat >"$1/config/fcitx5/profile" <<'END'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
END
	cat >"$1/config/fcitx5/config" <<'END'
[Behavior]
ActiveByDefault=True
ShareInputState=All
ShowInputMethodInformation=False
END
	export XDG_CONFIG_HOME="$1/config" XDG_DATA_HOME="$1/data" XDG_CACHE_HOME="$1/cache" XDG_RUNTIME_DIR="$1"
}

# pinyin FOLDER starts it on this session's bus; its process is $fcitx.
pinyin() {
	fcitx5 --disable cloudpinyin,clipboard,notifications,notificationitem >"$1/fcitx.log" 2>&1 & fcitx=$!
	tries=0
	until xprop -root XIM_SERVERS 2>/dev/null | grep -q fcitx; do
		tries=$((tries + 1)); [ $tries -lt 150 ] || { echo "the input method did not start:" >&2; cat "$1/fcitx.log" >&2; exit 1; }
		sleep 0.1
	done
}
