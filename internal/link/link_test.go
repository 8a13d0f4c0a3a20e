package link

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/mxlint/internal/manifest"
)

func TestEnvironments(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		files    string
		want     string // "" for none
		ignored  int
		external []External
		unread   []Unread
	}{
		"all in one file":                 {files: "a.yaml: app o@shop; sa o@shop!; class o@shop!", want: "shop/o: app a sa a class a"},
		"in three files, one folder":      {files: "k/a.yaml: app o\nk/s.yaml: sa o!\nk/c.yaml: class o!", want: "o: app k/a sa k/s class k/c"},
		"not annotated, named as the app": {files: "a.yaml: app o; sa o; class o", want: "o: app a sa a class a"},
		"connected mode":                  {files: "a.yaml: sa o@shop!; class o@shop!", want: "shop/o: sa a class a"},
		"a class marks the account":       {files: "a.yaml: sa o; class o!", want: "o: sa a class a"},
		"an account marks the class":      {files: "a.yaml: sa o!; class o", want: "o: sa a class a"},
		"unrelated":                       {files: "a.yaml: sa x; class w\nb.yaml: sa z", ignored: 3},
		"unrelated ones beside ours":      {files: "a.yaml: app o; sa o; class o; sa x; class w", want: "o: app a sa a class a", ignored: 2},
		"an unwritten namespace":          {files: "a.yaml: app o@shop; sa o!; class o!", want: "shop/o: app a sa a class a"},
		"two namespaces":                  {files: "a.yaml: app o@test; sa o@test!; class o@test!; app o@shop; sa o@shop!; class o@shop!", want: "test/o: app a sa a class a|shop/o: app a sa a class a"},
		"sibling folders":                 {files: "d/a.yaml: app o; sa o!; class o!\np/a.yaml: app o; sa o!; class o!", want: "o: app d/a sa d/a class d/a|o: app p/a sa p/a class p/a"},
		"siblings, one incomplete":        {files: "d/a.yaml: app o; sa o!; class o!\np/a.yaml: app o; class o!", want: "o: app d/a sa d/a class d/a|o: app p/a class p/a, ServiceAccount missing"},
		"an account for two folders":      {files: "sa.yaml: sa o!\nd/a.yaml: app o; class o!\np/a.yaml: app o; class o!", want: "o: app d/a sa sa class d/a|o: app p/a sa sa class p/a"},
		"the nearest of several":          {files: "x/sa.yaml: sa o!\nk/d/a.yaml: app o; class o!\nk/s/sa.yaml: sa o!", want: "o: app k/d/a sa k/s/sa class k/d/a|o: sa x/sa, SecretProviderClass missing"},
		"a written namespace before near": {files: "k/a.yaml: app o@shop; class o@shop!\nk/s.yaml: sa o!\nz/s.yaml: sa o@shop!", want: "shop/o: app k/a sa z/s class k/a|o: sa k/s, SecretProviderClass missing, orphan"},
		"overlays are separate":           {files: "overlay dev: app o; sa o!; class o!\noverlay prod: app o; class o!", want: "o: app base class base, ServiceAccount missing|o: app base sa base class base"},
		"an overlay of identities":        {files: "overlay apps: app o@shop; class o@shop!\noverlay iam: sa o@shop!", want: "shop/o: app base sa base class base"},
		"two overlays of identities": {
			files: "overlay a: app o@shop; class o@shop!\noverlay b: app o@shop; class o@shop!\noverlay ia: sa o@shop!\noverlay ib: sa o@shop!",
			want:  "shop/o: app base sa base class base|shop/o: app base sa base class base",
		},
		"three overlays of one each":      {files: "overlay a: app o@shop\noverlay b: class o@shop!\noverlay c: sa o@shop!", want: "shop/o: app base sa base class base"},
		"identities of another namespace": {files: "overlay apps: app o@shop; class o@shop!\noverlay iam: sa o@mall!", want: "shop/o: app base class base, ServiceAccount missing|mall/o: sa base, SecretProviderClass missing"},
		"one namespace in two clusters":   {files: "overlay dev: app o@shop; class o@shop!\noverlay prod: app o@shop; sa o@shop!; class o@shop!", want: "shop/o: app base class base, ServiceAccount missing|shop/o: app base sa base class base"},
		"a pair is nobody else's":         {files: "overlay dev: sa o@shop!; class o@shop!\noverlay prod: app o@shop; class o@shop!", want: "shop/o: app base class base, ServiceAccount missing|shop/o: sa base class base"},
		"plain files help an overlay":     {files: "overlay dev: app o; class o!\nx.yaml: sa o!", want: "o: app base sa x class base"},
		"nothing":                         {files: "a.yaml: sa x", ignored: 1},
		"a folder for each kind":          {files: "apps/a.yaml: app o\naccounts/s.yaml: sa ${X}!\nclasses/c.yaml: class o!", want: "${X}: sa accounts/s, SecretProviderClass unreadable|o: app apps/a class classes/c, ServiceAccount unreadable"},
		"one more in a folder for a kind": {files: "apps/a.yaml: app o\naccounts/s.yaml: sa o!; sa billing!\nclasses/c.yaml: class o!", want: "billing: sa accounts/s, SecretProviderClass missing, orphan|o: app apps/a sa accounts/s class classes/c"},
		"a doubtful one beside its own":   {files: "d/a.yaml: app o; class o!\np/a.yaml: app p; sa ${X}!; class p!", want: "${X}: sa p/a, SecretProviderClass unreadable|o: app d/a class d/a, ServiceAccount missing|p: app p/a class p/a, ServiceAccount unreadable"},

		"no account":                       {files: "a.yaml: app o; class o!", want: "o: app a class a, ServiceAccount missing"},
		"no class":                         {files: "a.yaml: app o; sa o!", want: "o: app a sa a, SecretProviderClass missing"},
		"an app alone":                     {files: "a.yaml: app o", want: "o: app a, ServiceAccount missing, SecretProviderClass missing"},
		"a class alone":                    {files: "a.yaml: class o!", want: "o: class a, ServiceAccount missing"},
		"an account alone":                 {files: "a.yaml: sa o!", want: "o: sa a, SecretProviderClass missing"},
		"a misspelling of the name":        {files: "a.yaml: app orders; class orders!; sa ordes!", want: "orders: app a sa a class a, ServiceAccount missing ordes"},
		"a misspelling, not annotated":     {files: "a.yaml: app orders; class orders!; sa oders", want: "orders: app a class a, ServiceAccount missing oders"},
		"an annotated one of another name": {files: "a.yaml: app orders; class orders!; sa billing!", want: "orders: app a class a, ServiceAccount missing billing"},
		"not one of another namespace":     {files: "a.yaml: app orders@test; class orders@test!; sa billing@shop!", want: "test/orders: app a class a, ServiceAccount missing|shop/billing: sa a, SecretProviderClass missing"},
		"not one of a pair":                {files: "a.yaml: app orders-d@far; class orders-d@far!; sa orders-a@test!; class orders-a@test!", want: "far/orders-d: app a class a, ServiceAccount missing|test/orders-a: sa a class a"},
		"not a pair of another namespace":  {files: "a.yaml: app orders-d@far; sa orders-a@test!; class orders-a@test!", want: "far/orders-d: app a, ServiceAccount missing, SecretProviderClass missing|test/orders-a: sa a class a"},
		"a pair beside an app alone":       {files: "a.yaml: app ordres@shop; sa orders@shop!; class orders@shop!", want: "shop/ordres: app a sa a class a, ServiceAccount missing orders, SecretProviderClass missing orders"},
		"separators do not count":          {files: "a.yaml: app my-big-app; class my-big-app!; sa my.big.app", want: "my-big-app: app a class a, ServiceAccount missing my.big.app"},
		"not one that has an app":          {files: "a.yaml: app orders; class orders!; app order; sa order!; class order!", want: "order: app a sa a class a|orders: app a class a, ServiceAccount missing"},
		"the nearer misspelling":           {files: "k/a.yaml: app orders; class orders!\nk/s.yaml: sa order!\nz/s.yaml: sa order!", want: "order: sa z/s, SecretProviderClass missing|orders: app k/a sa k/s class k/a, ServiceAccount missing order"},
		"external":                         {files: "a.yaml: app o@shop; class o@shop!", external: []External{{"ServiceAccount", "o", "shop"}}, want: "shop/o: app a class a, ServiceAccount external"},
		"external in any namespace":        {files: "a.yaml: app o@shop; class o@shop!", external: []External{{"ServiceAccount", "o", ""}}, want: "shop/o: app a class a, ServiceAccount external"},
		"external by globs":                {files: "a.yaml: app o@shop; class o@shop!", external: []External{{"ServiceAccount", "[o-p]", "sh*"}}, want: "shop/o: app a class a, ServiceAccount external"},
		"external by another glob":         {files: "a.yaml: app o@shop; class o@shop!", external: []External{{"ServiceAccount", "p*", ""}}, want: "shop/o: app a class a, ServiceAccount missing"},
		"external elsewhere":               {files: "a.yaml: app o@shop; class o@shop!", external: []External{{"ServiceAccount", "o", "test"}}, want: "shop/o: app a class a, ServiceAccount missing"},
		"it may be in a broken file":       {files: "a.yaml: app o; class o!", unread: []Unread{{Path: "b.yaml", Text: "kind: ServiceAccount\nname: o"}}, want: "o: app a class a, ServiceAccount unreadable"},
		"it may be in an unopened file":    {files: "k/a.yaml: app o; class o!", unread: []Unread{{Path: "k/b.yaml", Unopened: true}}, want: "o: app k/a class k/a, ServiceAccount unreadable"},
		"or in one of a folder beside":     {files: "k/x/a.yaml: app o; class o!", unread: []Unread{{Path: "k/y/b.yaml", Unopened: true}}, want: "o: app k/x/a class k/x/a, ServiceAccount unreadable"},
		"but not in one far away":          {files: "k/x/a.yaml: app o; class o!", unread: []Unread{{Path: "z/y/b.yaml", Unopened: true}}, want: "o: app k/x/a class k/x/a, ServiceAccount missing"},
		"a broken file without the name":   {files: "a.yaml: app orders; class orders!", unread: []Unread{{Path: "b.yaml", Text: "kind: ServiceAccount\nname: x"}}, want: "orders: app a class a, ServiceAccount missing"},
		"a name within a longer word":      {files: "a.yaml: app api; class api!", unread: []Unread{{Path: "b.yaml", Text: "apiVersion: v1\nkind: ServiceAccount\nname: my-api"}}, want: "api: app a class a, ServiceAccount missing"},
		"a template may have any name":     {files: "a.yaml: app orders; class orders!", unread: []Unread{{Path: "b.yaml", Text: "kind: ServiceAccount", Templated: true}}, want: "orders: app a class a, ServiceAccount unreadable"},
		"so may a text of no encoding":     {files: "a.yaml: app orders; class orders!", unread: []Unread{{Path: "b.yaml", Text: "kind: ServiceAccount\x00"}}, want: "orders: app a class a, ServiceAccount unreadable"},
		"an app may be in a broken file":   {files: "a.yaml: sa o!; class o!", unread: []Unread{{Path: "b.yaml", Text: "kind: MendixApp\nname: o"}}, want: "o: sa a class a, MendixApp unreadable"},

		"what a name holds is for that app":     {files: "a.yaml: app billing@shop; sa billing@shop!; app orders@shop; sa orders@shop!; class orders-secrets@shop!", want: "shop/billing: app a sa a, SecretProviderClass missing|shop/orders: app a sa a class a, SecretProviderClass missing orders-secrets"},
		"a misspelling is for the nearest name": {files: "a.yaml: app orders@shop; sa orders@shop!; app orders-acc@shop; sa orders-acc@shop!; class orders-ac@shop!", want: "shop/orders: app a sa a, SecretProviderClass missing|shop/orders-acc: app a sa a class a, SecretProviderClass missing orders-ac"},
		"a word within another is no name":      {files: "a.yaml: app ab@shop; sa ab@shop!; class lab-shop@shop!", want: "shop/ab: app a sa a, SecretProviderClass missing lab-shop"},
		"the class in the wrong namespace":      {files: "a.yaml: app o@shop; sa o@shop!; class o@test!", want: "shop/o: app a sa a class a, SecretProviderClass mismatch of SecretProviderClass: test for shop"},
		"the account in the wrong namespace":    {files: "a.yaml: app o@shop; class o@shop!; sa o@test!", want: "shop/o: app a sa a class a, ServiceAccount mismatch of ServiceAccount: test for shop"},
		"two namespaces and an app of none":     {files: "a.yaml: app o; sa o@shop!; class o@test!", want: "test/o: app a sa a class a, SecretProviderClass mismatch of SecretProviderClass: test for shop"},
		"two namespaces, one external":          {files: "a.yaml: app o; sa o@shop!; class o@test!", external: []External{{"ServiceAccount", "o", "test"}}, want: "test/o: app a sa a class a"},
		"an account in each namespace":          {files: "a.yaml: app o; sa o@shop!; sa o@test!; class o@test!", want: "test/o: app a sa a class a|shop/o: sa a, SecretProviderClass missing, orphan"},
		"a class in each namespace":             {files: "a.yaml: app o; sa o@shop!; class o@test!; class o@shop!", want: "shop/o: app a sa a class a|test/o: class a, ServiceAccount missing, orphan"},
		"the app in the wrong namespace":        {files: "a.yaml: app o@shop; class o@test!; sa o@test!", want: "shop/o: app a sa a class a, SecretProviderClass mismatch of MendixApp: shop for test"},
		"without an app the class is odd":       {files: "a.yaml: class o@test!; sa o@shop!", want: "test/o: sa a class a, ServiceAccount mismatch of SecretProviderClass: test for shop"},
		"one in the right place is kept":        {files: "a.yaml: app o@shop; sa o@shop!; class o@shop!; class o@test!", want: "test/o: class a, ServiceAccount missing|shop/o: app a sa a class a"},
		"a wrong namespace makes no twin":       {files: "k/a.yaml: app o@shop; sa o@shop!; class o@shop!\nz/a.yaml: app o@web; sa o@web!; class o@shop!", want: "shop/o: app k/a sa k/a class k/a|web/o: app z/a sa z/a class z/a, SecretProviderClass mismatch of SecretProviderClass: shop for web"},
		"unrelated ones of the name":            {files: "a.yaml: class o@test!; sa o@shop", want: "test/o: class a, ServiceAccount missing", ignored: 1},

		"an orphan":                      {files: "a.yaml: app orders@shop; sa orders@shop!; class orders@shop!; sa billing@shop!; class billing@shop!", want: "shop/billing: sa a class a, orphan|shop/orders: app a sa a class a"},
		"no orphan of an app elsewhere":  {files: "a.yaml: app orders@shop; sa orders@shop!; class orders@shop!; sa billing@shop!; class billing@shop!", external: []External{{"MendixApp", "billing", "shop"}}, want: "shop/billing: sa a class a|shop/orders: app a sa a class a"},
		"connected beside another's app": {files: "a.yaml: app orders@test; sa orders@test!; class orders@test!; sa billing@shop!; class billing@shop!", want: "test/orders: app a sa a class a|shop/billing: sa a class a"},
		"no orphan far away":             {files: "k/a.yaml: app orders; sa orders!; class orders!\nz/b.yaml: sa billing!; class billing!", want: "billing: sa z/b class z/b|orders: app k/a sa k/a class k/a"},

		"twins in a namespace":          {files: "a.yaml: app o@shop; sa o@shop!; class o@shop!; class o@shop!", want: "loose: SecretProviderClass o in a.yaml|shop/o: app a sa a class a"},
		"twins in one folder":           {files: "k/a.yaml: app o; sa o!; class o!\nk/b.yaml: sa o!", want: "loose: ServiceAccount o in k/b.yaml|o: app k/a sa k/a class k/a"},
		"no twins in two folders":       {files: "k/a.yaml: class o!\nz/a.yaml: class o!", want: "o: class k/a, ServiceAccount missing|o: class z/a, ServiceAccount missing"},
		"a copy keeps its name":         {files: "a.yaml: app orders@shop; sa orders@shop!; class orders@shop!; app bills@shop; sa bills@shop!; class orders@shop!", want: "loose: SecretProviderClass orders in a.yaml|shop/bills: app a sa a, SecretProviderClass unreadable|shop/orders: app a sa a class a"},
		"a copy of the app does too":    {files: "a.yaml: app orders@shop; sa orders@shop!; class orders@shop!; app orders@shop; sa bills@shop!; class bills@shop!", want: "loose: MendixApp orders in a.yaml|shop/bills: sa a class a|shop/orders: app a sa a class a"},
		"no twins of two overlays":      {files: "overlay d: class o@shop!\noverlay p: class o@shop!", want: "shop/o: class base, ServiceAccount missing|shop/o: class base, ServiceAccount missing"},
		"no twins but of kind and name": {files: "a.yaml: sa o!; class o!; sa p!; class p!", want: "o: sa a class a|p: sa a class a"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Documents(resources(t, c.files), Options{Tables: testTables(t), External: c.external, Unread: c.unread})
			want := strings.Split(c.want, "|")
			slices.Sort(want)
			assert.Equal(t, strings.Join(want, "|"), strings.Join(outline(r), "|"))
			assert.Equal(t, c.ignored, r.Ignored)
		})
	}
}

// Resources in the folders of two clusters are neither linked nor twins; those in
// neither folder are for all clusters.
func TestClusters(t *testing.T) {
	t.Parallel()
	files := resources(t, "one/a.yaml: app o@shop; sa o@shop!; class o@shop!\ntwo/a.yaml: app o@shop; class o@shop!\none/b.yaml: app p@shop; class p@shop!\nboth.yaml: sa p@shop!")
	r := Documents(files, Options{Tables: testTables(t), Cluster: func(path string) string {
		folder, _, below := strings.Cut(path, "/")
		if !below {
			return ""
		}
		return folder
	}})
	assert.Equal(t, []string{
		"shop/o: app one/a sa one/a class one/a", "shop/o: app two/a class two/a, ServiceAccount missing", "shop/p: app one/b sa both class one/b",
	}, outline(r))
}

// The result does not depend on the order of files and documents.
func TestEnvironmentsInAnyOrder(t *testing.T) {
	t.Parallel()
	lines := []string{"k/a.yaml: app orders; class orders!", "k/s.yaml: sa orders!", "z/a.yaml: app bills@shop", "z/b.yaml: class bills@shop!; sa bils@shop!", "z/c.yaml: sa bills@test"}
	want := ""
	for turn := range lines {
		turned := append(append([]string{}, lines[turn:]...), lines[:turn]...)
		r := Documents(resources(t, strings.Join(turned, "\n")), Options{Tables: testTables(t)})
		got := strings.Join(outline(r), "|")
		if want == "" {
			want = got
		}
		assert.Equal(t, want, got)
	}
}

func TestHasAccount(t *testing.T) {
	t.Parallel()
	r := Documents(resources(t, "a.yaml: app o@shop; sa o!; class o@shop!; sa plain\nb.yaml: sa other@web"), Options{
		Tables: testTables(t), External: []External{{"ServiceAccount", "made-*", "shop"}},
	})
	for name, want := range map[string]bool{
		"shop o": true, "shpo o": false, "any plain": true, "web other": true, "shop other": false, "shop made-up": true, "web made-up": false, "shop none": false,
	} {
		namespace, account, _ := strings.Cut(name, " ")
		assert.Equal(t, want, r.HasAccount(namespace, account), name)
	}
}

// If no store is read, it is known that nothing is mounted.
func TestNothingMounted(t *testing.T) {
	t.Parallel()
	file := manifest.Decode("a.yaml", []byte("apiVersion: privatecloud.mendix.com/v1alpha1\nkind: MendixApp\nmetadata: {name: o}\nspec: {allowOverrideSecretsWithSecretStoreCSIDriver: false}\n"), manifest.DefaultLimits(), nil)
	e := Documents([]*manifest.File{file}, Options{Tables: testTables(t)}).Subject(0).Environment
	assert.Empty(t, e.MountsUnknown)
	assert.Equal(t, noStore, e.Login.DatabaseBecause)
}

// What a list says for its items is judged where the list says it.
func TestTypedList(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]APIState{"v1": APIServed, "v1alpha1": APIDeprecated, "v7": APIUnserved} {
		text := "apiVersion: secrets-store.csi.x-k8s.io/" + version + "\nkind: SecretProviderClassList\nitems:\n" +
			"- metadata: {name: o, annotations: {privatecloud.mendix.com/environment-class: 'true'}}\n  spec: {provider: vault}\n"
		file := manifest.Decode("a.yaml", []byte(text), manifest.DefaultLimits(), nil)
		s := Documents([]*manifest.File{file}, Options{Tables: testTables(t)}).Subject(0)
		assert.Equal(t, KindKnown, s.Documents[0].KindField.State)
		span, ok := s.Documents[0].APIVersion.At.FileSpan()
		assert.True(t, ok)
		assert.Equal(t, manifest.Pos{Line: 1, Column: 13}, span.Start)
		assert.Equal(t, want, s.Documents[0].APIVersion.State, version)
	}
}
