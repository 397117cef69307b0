// Writes the outputs that the specs of `projecta doctor` read, in the programs' documented forms and in the bytes they come in:
// wsl.exe in UTF-16LE without a byte order mark, German console programs in code page 850, all of Windows with CRLF.
// Run: node apps/cli/vectors/doctor/make-recorded-outputs.js
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const CP850 = { ä: 0x84, ö: 0x94, ü: 0x81, Ä: 0x8e, Ö: 0x99, Ü: 0x9a, ß: 0xe1 };

const crlf = (text) => text.replaceAll('\n', '\r\n');
const utf16 = (text) => Buffer.from(crlf(text), 'utf16le');
const cp850 = (text) => Buffer.from([...crlf(text)].map((letter) => CP850[letter] ?? letter.charCodeAt(0)));
const utf8 = (text) => Buffer.from(text, 'utf8');

const WSL = {
  'en-wsl2': `  NAME                   STATE           VERSION
* Ubuntu                 Running         2
  Debian                 Stopped         1
  docker-desktop         Stopped         2
`,
  'de-wsl2': `  NAME            STATUS             VERSION
* Ubuntu-22.04    Wird ausgeführt    2
  Debian          Beendet            2
`,
  'zh-wsl2': `  名称      状态       版本
* Ubuntu    正在运行    2
`,
  'en-wsl1': `  NAME            STATE           VERSION
* Ubuntu-22.04    Running         1
`,
  'de-wsl1': `  NAME      STATUS             VERSION
* Ubuntu    Wird ausgeführt    1
`,
  'en-none': `Windows Subsystem for Linux has no installed distributions.
You can resolve this by installing a distribution with the instructions below:

Use 'wsl.exe --list --online' to list available distributions
and 'wsl.exe --install <Distro>' to install.
Error code: Wsl/WSL_E_DEFAULT_DISTRO_NOT_FOUND
`,
  'en-none-inbox': `Windows Subsystem for Linux has no installed distributions.
Distributions can be installed by visiting the Microsoft Store:
https://aka.ms/wslstore
`,
  'de-none': `Das Windows-Subsystem für Linux hat keine installierten Distributionen.
`,
  'en-not-installed': `The Windows Subsystem for Linux is not installed. You can install by running 'wsl.exe --install'.
For more information please visit https://aka.ms/wslinstall

Press any key to install Windows Subsystem for Linux.
Press ESC or CTRL-C to cancel.
This prompt will time out in 60 seconds.
`,
  'en-help': `Copyright (c) Microsoft Corporation. All rights reserved.

Usage: wsl.exe [Argument]

Arguments:

    --install <Options>
        Install Windows Subsystem for Linux features. If no options are specified,
        the recommended features will be installed along with the default distribution.
`,
  'en-denied': `Access is denied.
Error code: Wsl/Service/E_ACCESSDENIED
`,
  'hu-denied': `A hozzáférés megtagadva.
Hibakód: Wsl/Service/E_ACCESSDENIED
`,
  'en-broken': `The RPC server is unavailable.
Error code: Wsl/Service/0x800706ba
`,
};

const systeminfo = (head, last) => `
${head}
${last}
`;
const EN_HEAD = `Host Name:                     DESK
OS Name:                       Microsoft Windows 11 Pro
Network Card(s):               1 NIC(s) Installed.
                               [01]: Intel(R) Ethernet Connection
                                     Connection Name: Ethernet
                                     IP address(es)
                                     [01]: 192.168.0.10`;
const DE_HEAD = `Hostname:                                      PULT
Betriebssystemname:                            Microsoft Windows 11 Pro
Netzwerkkarte(n):                              1 Netzwerkadapter installiert.
                                               [01]: Intel(R) Ethernet Connection
                                                     Verbindungsname: Ethernet
                                                     IP-Adresse(n)
                                                     [01]: 192.168.0.10`;
const enRequirements = (firmware) => `Hyper-V Requirements:          VM Monitor Mode Extensions: Yes
                               Virtualization Enabled In Firmware: ${firmware}
                               Second Level Address Translation: Yes
                               Data Execution Prevention Available: Yes`;
const deRequirements = (firmware) => `Anforderungen für Hyper-V:                     Erweiterungen für den VM-Überwachungsmodus: Ja
                                               Virtualisierung in Firmware aktiviert: ${firmware}
                                               Adressübersetzung der zweiten Ebene: Ja
                                               Datenausführungsverhinderung verfügbar: Ja`;
const SYSTEMINFO = {
  'en-on': systeminfo(EN_HEAD, enRequirements('Yes')),
  'en-off': systeminfo(EN_HEAD, enRequirements('No')),
  'en-hypervisor': systeminfo(
    EN_HEAD,
    'Hyper-V Requirements:          A hypervisor has been detected. Features required for Hyper-V will not be displayed.',
  ),
  'de-on': systeminfo(DE_HEAD, deRequirements('Ja')),
  'de-off': systeminfo(DE_HEAD, deRequirements('Nein')),
  'de-hypervisor': systeminfo(
    DE_HEAD,
    'Anforderungen für Hyper-V:                     Es wurde ein Hypervisor erkannt. Für Hyper-V erforderliche Features werden nicht angezeigt.',
  ),
  'en-denied': 'ERROR: Access is denied.\n',
};

const dism = (state) => `
Deployment Image Servicing and Management tool
Version: 10.0.26100.1150

Image Version: 10.0.26100.2033

Feature Information:

Feature Name : VirtualMachinePlatform
Display Name : Virtual Machine Platform
Description : Enables platform support for virtual machines
Restart Required : Possible
State : ${state}

Custom Properties:

(No custom properties found)

The operation completed successfully.
`;
const DISM = {
  'en-enabled': dism('Enabled'),
  'en-disabled': dism('Disabled'),
  'en-pending': dism('Enable Pending'),
  'en-removed': dism('Disabled with Payload Removed'),
  'de-enabled': `
Tool zur Abbildverwaltung für die Bereitstellung
Version: 10.0.19041.844

Abbildversion: 10.0.19045.2965

Featureinformationen:

Featurename : VirtualMachinePlatform
Anzeigename : VM-Plattform
Beschreibung : Aktiviert die Plattformunterstützung für virtuelle Computer
Neustart erforderlich : Possible
Status : Aktiviert

Der Vorgang wurde erfolgreich beendet.
`,
  'en-denied': `
Error: 740

Elevated permissions are required to run DISM. 
Use an elevated command prompt to complete these tasks.
`,
  'powershell-enabled': `

FeatureName      : VirtualMachinePlatform
DisplayName      : Virtual Machine Platform
Description      : Enables platform support for virtual machines
RestartRequired  : Possible
State            : Enabled
CustomProperties :

`,
};

const loader = (title, identifier, last) => `${title}
${'-'.repeat(title.length)}
${identifier}              {current}
device                  partition=C:
path                    \\WINDOWS\\system32\\winload.efi
description             Windows 11
locale                  en-US
inherit                 {bootloadersettings}
recoveryenabled         Yes
isolatedcontext         Yes
allowedinmemorysettings 0x15000075
osdevice                partition=C:
systemroot              \\WINDOWS
nx                      OptIn
bootmenupolicy          Standard
${last}`;
const BCDEDIT = {
  'en-auto': `\n${loader('Windows Boot Loader', 'identifier', 'hypervisorlaunchtype    Auto\n')}`,
  'en-off': `\n${loader('Windows Boot Loader', 'identifier', 'hypervisorlaunchtype    Off\n')}`,
  'en-unset': `\n${loader('Windows Boot Loader', 'identifier', '')}`,
  'de-auto': `\n${loader('Windows-Startladeprogramm', 'Bezeichner', 'hypervisorlaunchtype    Auto\n')}`,
  'en-all-entries': `
Windows Boot Manager
--------------------
identifier              {bootmgr}
device                  partition=\\Device\\HarddiskVolume1
default                 {current}
displayorder            {other}
                        {current}
timeout                 30

Windows Boot Loader
-------------------
identifier              {94254878-b1c9-11e1-bd5c-beae0a39fe08}
description             Windows 10, the other one
hypervisorlaunchtype    Auto

${loader('Windows Boot Loader', 'identifier', 'hypervisorlaunchtype    Off\n')}`,
  'en-denied': `The boot configuration data store could not be opened.
Access is denied.
`,
  'de-denied': `Der Speicher für die Startkonfigurationsdaten konnte nicht geöffnet werden.
Zugriff verweigert
`,
};

const feature = (Name, InstallState) => ({ Name, InstallState });
const inventory = (HypervisorPresent, VirtualizationFirmwareEnabled, platform, subsystem) =>
  JSON.stringify({
    HypervisorPresent,
    VirtualizationFirmwareEnabled,
    Features: [feature('Microsoft-Windows-Subsystem-Linux', subsystem), feature('VirtualMachinePlatform', platform)],
  });
const INVENTORY = {
  hypervisor: inventory(true, false, 1, 1),
  'firmware-on': inventory(false, true, 2, 2),
  'firmware-off': inventory(false, false, 2, 3),
  denied: JSON.stringify({ HypervisorPresent: null, VirtualizationFirmwareEnabled: null, Features: [] }),
};

const docker = (ServerVersion, OSType, ServerErrors) =>
  JSON.stringify({ ID: '', Containers: 0, Driver: '', OSType, ServerVersion, ClientInfo: { Version: '28.2.2' }, ...(ServerErrors && { ServerErrors }) });
const ENGINES = {
  'docker-linux': docker('28.2.2', 'linux'),
  'docker-windows-containers': docker('28.2.2', 'windows'),
  'docker-stopped': docker('', ''),
  'docker-stopped-errors': 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
  'docker-stopped-inside': docker('', '', ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?']),
  'docker-stopped-windows-errors':
    'error during connect: Get "http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/v1.50/info": open //./pipe/dockerDesktopLinuxEngine: The system cannot find the file specified.\n',
  'docker-denied-errors':
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/info": dial unix /var/run/docker.sock: connect: permission denied\n',
  podman: JSON.stringify(
    { host: { arch: 'amd64', os: 'linux', kernel: '6.8.0' }, store: {}, version: { APIVersion: '4.9.3', Version: '4.9.3', OsArch: 'linux/amd64' } },
    null,
    2,
  ),
  'podman-stopped-errors':
    'Cannot connect to Podman. Please verify your connection to the Linux system using `podman system connection list`, or try `podman machine init` and `podman machine start` to manage a new Linux VM\nError: unable to connect to Podman socket\n',
};

const cpuinfo = (flags) => `processor\t: 0
vendor_id\t: GenuineIntel
model name\t: a processor
flags\t\t: ${flags}
bugs\t\t:

`;
const CPUINFO = {
  intel: cpuinfo('fpu vme de pse tsc msr vmx est tm2 ssse3 sse4_1 avx2'),
  amd: cpuinfo('fpu vme de pse tsc msr svm extapic sse4a avx2'),
  guest: cpuinfo('fpu vme de pse tsc msr hypervisor lahf_lm avx2'),
  disabled: cpuinfo('fpu vme de pse tsc msr lahf_lm avx2'),
  arm: 'processor\t: 0\nBogoMIPS\t: 50.00\nFeatures\t: fp asimd evtstrm aes\n\n',
};

const folder = dirname(fileURLToPath(import.meta.url));
const write = (name, outputs, encode) => {
  mkdirSync(`${folder}/${name}`, { recursive: true });
  for (const [output, text] of Object.entries(outputs)) writeFileSync(`${folder}/${name}/${output}.txt`, encode(text));
};
write('wsl', WSL, utf16);
write('systeminfo', SYSTEMINFO, cp850);
write('dism', DISM, cp850);
write('bcdedit', BCDEDIT, cp850);
write('inventory', INVENTORY, utf8);
write('engine', ENGINES, utf8);
write('cpuinfo', CPUINFO, utf8);
