// The classes of Windows Management Instrumentation that the inventory reads: one table, asked for in one go.

export interface WmiClass {
  readonly namespace: string;
  /** What is printed of each object, in this order. */
  readonly properties: string;
  /** Condition in WQL; without one, all objects. */
  readonly where?: string;
}

const CIM = "root\\cimv2";
const STORAGE = "root\\Microsoft\\Windows\\Storage";
const WMI = "root\\wmi";
const HYPER_V = "root\\virtualization\\v2";

export const wmiClasses = {
  Win32_ComputerSystem: {
    namespace: CIM,
    properties: "Manufacturer,Model,Domain,DomainRole,UserName",
  },
  Win32_ComputerSystemProduct: { namespace: CIM, properties: "Vendor,Name,Version,IdentifyingNumber,UUID" },
  Win32_SystemEnclosure: { namespace: CIM, properties: "ChassisTypes,SMBIOSAssetTag,SerialNumber" },
  Win32_BIOS: { namespace: CIM, properties: "Manufacturer,SMBIOSBIOSVersion,Version,ReleaseDate,SerialNumber" },
  Win32_BaseBoard: { namespace: CIM, properties: "Manufacturer,Product,SerialNumber" },
  Win32_Processor: {
    namespace: CIM,
    properties: "Manufacturer,Name,NumberOfCores,NumberOfLogicalProcessors,MaxClockSpeed,SocketDesignation,DeviceID",
  },
  Win32_PhysicalMemory: {
    namespace: CIM,
    properties:
      "DeviceLocator,BankLabel,Capacity,SMBIOSMemoryType,MemoryType,FormFactor,ConfiguredClockSpeed,Speed,Manufacturer,PartNumber,SerialNumber",
  },
  Win32_PhysicalMemoryArray: { namespace: CIM, properties: "MemoryDevices,Use" },
  Win32_OperatingSystem: { namespace: CIM, properties: "LastBootUpTime" },
  Win32_DiskDrive: {
    namespace: CIM,
    properties: "DeviceID,Index,Manufacturer,Model,SerialNumber,FirmwareRevision,Size,InterfaceType,MediaType,PNPDeviceID",
  },
  MSFT_PhysicalDisk: {
    namespace: STORAGE,
    properties: "DeviceId,MediaType,BusType,HealthStatus,SerialNumber,FirmwareVersion,Manufacturer",
  },
  MSStorageDriver_FailurePredictStatus: { namespace: WMI, properties: "InstanceName,PredictFailure,Reason" },
  MSStorageDriver_ATAPISmartData: { namespace: WMI, properties: "InstanceName,VendorSpecific" },
  Win32_LogicalDisk: {
    namespace: CIM,
    properties: "DeviceID,DriveType,FileSystem,Size,VolumeName,VolumeSerialNumber",
    where: "DriveType=2 OR DriveType=3",
  },
  Win32_Volume: {
    namespace: CIM,
    properties: "DeviceID,DriveLetter,Name,DriveType,FileSystem,Capacity,Label",
    where: "DriveType=2 OR DriveType=3",
  },
  Win32_EncryptableVolume: {
    namespace: "root\\cimv2\\Security\\MicrosoftVolumeEncryption",
    properties: "DeviceID,DriveLetter,ProtectionStatus,ConversionStatus,EncryptionMethod",
  },
  Win32_Tpm: { namespace: "root\\cimv2\\Security\\MicrosoftTpm", properties: "SpecVersion" },
  Win32_NetworkAdapter: {
    namespace: CIM,
    properties: "GUID,Index,Name,MACAddress,NetConnectionID,NetConnectionStatus,NetEnabled,Speed,PhysicalAdapter,PNPDeviceID,AdapterTypeID",
    where: "MACAddress IS NOT NULL",
  },
  Win32_NetworkAdapterConfiguration: {
    namespace: CIM,
    properties: "SettingID,Index,Description,MACAddress,IPEnabled,DHCPEnabled,IPAddress,IPSubnet,DefaultIPGateway,DNSServerSearchOrder",
    where: "MACAddress IS NOT NULL",
  },
  MSFT_NetAdapter: {
    namespace: "root\\StandardCimv2",
    properties: "InterfaceGuid,InterfaceType,NdisPhysicalMedium,HardwareInterface,Virtual,ReceiveLinkSpeed,MediaConnectState",
  },
  Win32_VideoController: { namespace: CIM, properties: "Name,AdapterCompatibility,AdapterRAM,DriverVersion,PNPDeviceID" },
  WmiMonitorID: { namespace: WMI, properties: "InstanceName,ManufacturerName,UserFriendlyName,SerialNumberID,YearOfManufacture" },
  Win32_Printer: { namespace: CIM, properties: "Name,PortName,DriverName,Default,Shared" },
  Win32_SoundDevice: { namespace: CIM, properties: "Name,Manufacturer" },
  Win32_Battery: { namespace: CIM, properties: "DeviceID,Name,Chemistry" },
  BatteryStaticData: { namespace: WMI, properties: "InstanceName,DeviceName,ManufactureName,SerialNumber,DesignedCapacity" },
  BatteryFullChargedCapacity: { namespace: WMI, properties: "InstanceName,FullChargedCapacity" },
  BatteryCycleCount: { namespace: WMI, properties: "InstanceName,CycleCount" },
  Win32_Service: { namespace: CIM, properties: "Name,DisplayName,State,StartMode,StartName,DelayedAutoStart,ExitCode" },
  // Without the condition a domain's machine would ask the domain for all its accounts.
  Win32_UserAccount: { namespace: CIM, properties: "Name,FullName,Disabled,SID", where: "LocalAccount=TRUE" },
  Win32_QuickFixEngineering: { namespace: CIM, properties: "HotFixID,InstalledOn" },
  AntiVirusProduct: { namespace: "root\\SecurityCenter2", properties: "displayName,productState,instanceGuid" },
  MSFT_MpComputerStatus: {
    namespace: "root\\Microsoft\\Windows\\Defender",
    properties: "AMProductVersion,AntivirusEnabled,RealTimeProtectionEnabled,AntivirusSignatureLastUpdated,AntivirusSignatureAge",
  },
  SoftwareLicensingProduct: {
    namespace: CIM,
    properties: "Name,Description,ApplicationID,LicenseStatus,PartialProductKey,ProductKeyChannel",
    where: "PartialProductKey IS NOT NULL",
  },
  OfficeSoftwareProtectionProduct: {
    namespace: CIM,
    properties: "Name,Description,LicenseStatus,PartialProductKey",
    where: "PartialProductKey IS NOT NULL",
  },
  Msvm_ComputerSystem: { namespace: HYPER_V, properties: "Name,ElementName,EnabledState" },
  Msvm_MemorySettingData: { namespace: HYPER_V, properties: "InstanceID,VirtualQuantity" },
  Msvm_ProcessorSettingData: { namespace: HYPER_V, properties: "InstanceID,VirtualQuantity" },
} as const satisfies Record<string, WmiClass>;

/** The same for wmic: the essential, as every system from Windows 7 on knows it and Wine does too. One unknown property spoils a class. */
export const oldClasses: Partial<Record<keyof typeof wmiClasses, Omit<WmiClass, "namespace">>> = {
  Win32_ComputerSystem: { properties: "Manufacturer,Model,Domain,DomainRole,UserName" },
  Win32_ComputerSystemProduct: wmiClasses.Win32_ComputerSystemProduct,
  Win32_SystemEnclosure: { properties: "ChassisTypes" },
  Win32_BIOS: wmiClasses.Win32_BIOS,
  Win32_BaseBoard: wmiClasses.Win32_BaseBoard,
  Win32_Processor: { properties: "Manufacturer,Name,NumberOfCores,NumberOfLogicalProcessors,MaxClockSpeed,DeviceID" },
  Win32_PhysicalMemory: { properties: "DeviceLocator,Capacity,MemoryType,FormFactor,PartNumber,SerialNumber" },
  Win32_OperatingSystem: wmiClasses.Win32_OperatingSystem,
  Win32_DiskDrive: { properties: "DeviceID,Index,Manufacturer,Model,SerialNumber,Size,InterfaceType,MediaType,PNPDeviceID" },
  Win32_LogicalDisk: { properties: "DeviceID,DriveType,FileSystem,Size,VolumeName,VolumeSerialNumber" },
  Win32_NetworkAdapterConfiguration: {
    properties: "SettingID,Index,Description,MACAddress,IPEnabled,DHCPEnabled,IPAddress,IPSubnet,DefaultIPGateway,DNSServerSearchOrder",
  },
  Win32_VideoController: wmiClasses.Win32_VideoController,
  Win32_SoundDevice: wmiClasses.Win32_SoundDevice,
  Win32_Service: { properties: "Name,DisplayName,State,StartMode" },
  Win32_UserAccount: wmiClasses.Win32_UserAccount,
  SoftwareLicensingProduct: wmiClasses.SoftwareLicensingProduct,
};

/** What the script adds that is no class of its own: see powershell.ts. */
export type WmiClassName = keyof typeof wmiClasses | "Administrators" | "MSFT_StorageReliabilityCounter";
