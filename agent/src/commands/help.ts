export const HELP = `Vigia agent: watches this machine and tells its server.

  vigia-agent enroll --server URL --token TOKEN [--ca FILE] [--force]
      make this machine known to a server; the token comes from the console
  vigia-agent run
      run until stopped (a service manager does this)
  vigia-agent status [--json]
      how the agent fares; exit code 0 connected, 1 not running or offline, 2 not enrolled or refused
  vigia-agent logs [--follow] [--lines N]
      the agent's log
  vigia-agent logs collect [--out FILE]
      a zip of logs, state and settings for whoever helps, without secrets; needs no server
  vigia-agent inventory [--json] [SECTION…]
      what this machine is, without a server; some of it only root may read
  vigia-agent unenroll [--local]
      take this machine away from its server; --local does not tell the server
  vigia-agent prepare-image [--yes] [--token TOKEN [--server URL]]
      wipe this machine's identity before it is copied; with a token, each copy enrols itself at its first start
  vigia-agent --version | help

Everywhere: --data DIR names the data folder (also VIGIA_AGENT_DATA).`;
