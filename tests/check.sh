# For tests in shell, by `. tests/check.sh`: a scratch folder, and commands as tests.

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
count=0

# check NAME COMMAND...: one test
check() {
	name=$1
	shift
	count=$((count + 1))
	if "$@" >"$root/log" 2>&1; then
		echo "ok $count - $name"
	else
		echo "not ok $count - $name"
		sed 's/^/# /' "$root/log"
	fi
}
