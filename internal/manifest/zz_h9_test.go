package manifest
import ("testing";"fmt";"sort";"os";"path/filepath";"strings")
func TestZZ(t *testing.T){
 files,_:=filepath.Glob("/work/shared/cases/*/in/*.y*ml"); more,_:=filepath.Glob("/work/shared/cases/*/in/*/*.y*ml"); files=append(files,more...)
 j,_:=filepath.Glob("/work/shared/cases/*/in/*.json"); files=append(files,j...)
 n,bad:=0,map[string]int{}
 for _,fn:=range files { data,_:=os.ReadFile(fn)
  file:=Decode(fn,data,DefaultLimits(),nil)
  for _,doc:=range file.Docs { m:=flat(doc); var ps []Path; for p:=range m{ps=append(ps,p)}; sort.Slice(ps,func(i,j int)bool{return ps[i]<ps[j]})
   for _,p:=range ps { for _,op:=range []Op{
    {Kind:OpSet,Path:p,Value:"a: \"b\""},{Kind:OpRename,Path:p,Value:"true"},{Kind:OpRemove,Path:p},{Kind:OpQuote,Path:p},
    {Kind:OpInsert,Path:p,Entries:[]NewEntry{{Key:"zz",Value:"on"}}},{Kind:OpInsert,Path:p+"/qq",Entries:[]NewEntry{{Key:"zz",Value:"on"}}},
    {Kind:OpAppend,Path:p,Entries:[]NewEntry{{Key:"objectName",Value:"on"},{Key:"objectAlias",Value:"l"}}},{Kind:OpAppendText,Path:p,Value:"objectName: x\na: b\n"},
    {Kind:OpSetText,Path:p,Value:"array:\n  - |\n    a: b\n"} } {
    kind:=m[p]; isc:=strings.HasPrefix(kind,"!!")
    switch op.Kind { case OpInsert: if kind!="{}"&&!strings.HasPrefix(kind,"!!null"){continue}
     case OpAppend,OpAppendText: if kind!="[]"{continue}
     case OpSet,OpQuote,OpSetText: if !isc{continue} }
    n++
    _,err:=doc.Edits([]Op{op})
    if err!=nil { s:=err.Error(); if i:=strings.LastIndex(s,": ");i>0{s=s[i:]}; if strings.Contains(s,"no plain")||strings.Contains(s,"has no key")||strings.Contains(s,"whole doc"){continue}
      bad[op.Kind+s]++; if bad[op.Kind+s]<5 { fmt.Println(fn,op.Kind,p,m[p],err)} } } } } }
 fmt.Println(n,bad)
}
