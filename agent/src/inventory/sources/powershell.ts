// Windows PowerShell, from 2.0 on: one call that asks all classes and prints them as text. Scripts go in by -EncodedCommand, so that no
// quoting on the way can change them, and come out as UTF-8 bytes, whatever the console speaks.
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import type { WmiClass } from "./wmi-classes.ts";

/** Defines `Put` (a line), `Show` (properties of one object), `Ask` (a class) and `Flush`, which prints all at the end. */
const PRELUDE = `
$ErrorActionPreference='Stop';$ProgressPreference='SilentlyContinue'
$c=[Globalization.CultureInfo]::InvariantCulture
$o=New-Object Text.StringBuilder
function Put($t){[void]$o.Append($t+"\`n")}
function One($v){if($v -is [bool]){if($v){'TRUE'}else{'FALSE'}}elseif($v -is [string]){$v -replace '[\\r\\n]+',' '}else{[Convert]::ToString($v,$c)}}
function All($v){if($null -eq $v){''}elseif($v -is [array]){$l=@();foreach($e in $v){if($e -is [string]){$l+='"'+((One $e) -replace '"','')+'"'}else{$l+=(One $e)}};'{'+($l -join ',')+'}'}else{One $v}}
function Show($i,$p){foreach($q in $p.Split(',')){$v=$null;try{$v=$i.psbase.Properties[$q].Value}catch{$v=$null};Put ($q+'='+(All $v))};Put ''}
function Find($n,$w){$l=New-Object Collections.ArrayList;$s=New-Object Management.ManagementObjectSearcher($n,$w);$s.Options.Timeout=New-Object TimeSpan 0,0,20;foreach($i in $s.Get()){[void]$l.Add($i)};,$l}
function Ask($n,$k,$p,$w){
Put ('#class='+$k)
try{$f=Find $n ('SELECT '+$p+' FROM '+$k+$w)}catch{
try{$f=Find $n ('SELECT * FROM '+$k+$w)}catch{Put ('#trouble='+(One $_.Exception.Message));return}}
foreach($i in $f){Show $i $p}}
function Flush{$b=[Text.Encoding]::UTF8.GetBytes($o.ToString());$s=[Console]::OpenStandardOutput();$s.Write($b,0,$b.Length);$s.Flush()}
`;

/** Members of the administrators' group, whatever it is called here, and the wear of disks: neither is a class to select from. */
const RELATED = `
Put '#class=Administrators'
try{$g=(New-Object Security.Principal.SecurityIdentifier 'S-1-5-32-544').Translate([Security.Principal.NTAccount]).Value.Split('\\')[1]
foreach($m in @(([ADSI]('WinNT://./'+$g+',group')).psbase.Invoke('Members'))){
$a=$m.GetType().InvokeMember('ADsPath','GetProperty',$null,$m,$null)
$b=$m.GetType().InvokeMember('objectSid','GetProperty',$null,$m,$null)
Put ('Path='+$a);Put ('SID='+(New-Object Security.Principal.SecurityIdentifier($b,0)).Value);Put ''}}catch{Put ('#trouble='+(One $_.Exception.Message))}
Put '#class=MSFT_StorageReliabilityCounter'
try{foreach($d in (Find 'root\\Microsoft\\Windows\\Storage' 'SELECT * FROM MSFT_PhysicalDisk')){
foreach($r in $d.GetRelated('MSFT_StorageReliabilityCounter')){Put ('DeviceId='+(One $d.psbase.Properties['DeviceId'].Value));Show $r 'Wear,PowerOnHours'}}}catch{Put ('#trouble='+(One $_.Exception.Message))}
`;

/** The updates that Windows Update found at its last look, without asking anybody on the network. */
export const UPDATES_SCRIPT = `${PRELUDE}
Put '#class=Update'
try{$s=(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher();$s.Online=$false
foreach($u in $s.Search('IsInstalled=0 and IsHidden=0').Updates){
$k=@();foreach($i in $u.KBArticleIDs){$k+='KB'+$i}
$g=@();foreach($i in $u.Categories){$g+=$i.CategoryID}
Put ('Id='+($k -join ' '));Put ('Title='+(One $u.Title));Put ('Severity='+(One $u.MsrcSeverity));Put ('Categories='+(All $g));Put ('UpdateID='+$u.Identity.UpdateID);Put ''}}catch{Put ('#trouble='+(One $_.Exception.Message))}
Flush`;

/** The script that asks for all of these classes. */
export function classesScript(classes: Readonly<Record<string, WmiClass>>): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const asks = Object.entries(classes).map(([name, { namespace, properties, where }]) =>
    ["Ask", quoted(namespace), quoted(name), quoted(properties), quoted(where === undefined ? "" : ` WHERE ${where}`)].join(" "),
  );
  return `${PRELUDE}${asks.join("\n")}\n${RELATED}Flush`;
}

/** What a script prints, or undefined where there is no PowerShell (Wine has a program of that name that prints nothing). */
export async function powershell(machine: Machine, script: string): Promise<string | undefined> {
  const encoded = Buffer.from(script, "utf16le").toString("base64");
  // PowerShell 2.0 waits for the end of its standard input unless it is told that there is none.
  const flags = ["-NoLogo", "-NoProfile", "-NonInteractive", "-InputFormat", "None", "-ExecutionPolicy", "Bypass", "-EncodedCommand"];
  const text = await execOptional(machine.host, "powershell.exe", [...flags, encoded], machine.signal);
  return text === undefined || text.trim() === "" ? undefined : text;
}
