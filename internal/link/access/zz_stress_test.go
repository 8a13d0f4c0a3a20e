package access

import (
	"strings"
	"testing"
	"time"
)

func TestZZStress(t *testing.T) {
	for _, s := range []string{"[", "{", "(", "!", "-", "a?", "\"${", "a{\n", "[)", "(]", "a { ) b { ", "x=[for a in ", "{a=", "[[]", "<<A\n${", "a.", "a[", "%{if a}", "\"%{if a}", "f(", "a b ", "1+", "a&&", "a==", "a*"} {
		for _, pre := range []string{"", "a=", "path \"x\" {\n a = ", "a=\"", "a=<<E\n"} {
			st := time.Now()
			Parse("p.hcl", []byte(pre+strings.Repeat(s, 4<<20/len(s))))
			if d := time.Since(st); d > 3*time.Second {
				t.Log(pre, s, d)
			}
		}
	}
}
