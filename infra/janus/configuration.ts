/**
 * Our own Janus configuration: one folder for `janus -F <folder> -o`.
 *
 * Nothing of the distribution's configuration is used (its unit runs as root with sample rooms and
 * default secrets). Janus speaks only to this machine: its web socket, admin socket and events
 * stay on loopback, browsers reach it through the API's proxy. Media ports are the exception, and
 * need a real address: Janus silently ignores a loopback ICE list and then uses every interface.
 *
 * If the process dies while writing: the files are written anew at every start, before Janus.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';

export interface JanusSettings {
  /** Folder to write; created with mode 0700, because it holds secrets. */
  folder: string;
  /** IPv4 address for media; the first one that is not loopback when absent. */
  bindAddress?: string;
  /** The address that browsers outside see, when it is not `bindAddress` (one-to-one address translation). */
  publicAddress?: string;
  /** A TURN server for Janus itself, when its media ports cannot be reached from outside. */
  turn?: { server: string; port: number; type: 'udp' | 'tcp' | 'tls'; user: string; password: string };
  websocketPort: number;
  adminPort: number;
  /** Port of the media host's loopback listener that Janus' events are posted to. */
  eventsPort: number;
  apiSecret: string;
  /** `admin_key` of the videoroom, and the secret of the admin socket. */
  adminKey: string;
  /** First and last UDP port for media. */
  rtpPortRange: { first: number; last: number };
  /** Parent of the rooms' recording folders; created when absent. */
  recordingsFolder: string;
  logFile: string;
  /** Seconds without a word from a client until its session ends. */
  sessionTimeoutSeconds?: number;
}

export interface JanusConfiguration {
  folder: string;
  /** Arguments for the `janus` program. */
  args: string[];
  /** Web socket address for JANUS_URL. */
  url: string;
  bindAddress: string;
}

/** The name that Janus posts its events under; the password is the api secret. */
export const EVENTS_USER = 'janus';

/**
 * The first IPv4 address of this machine that is not loopback.
 * @throws Error when there is none: media cannot flow then.
 */
export function firstMediaAddress(): string {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const address of addresses ?? []) {
      if (address.family === 'IPv4' && !address.internal) return address.address;
    }
  }
  throw new Error('Janus needs an IPv4 address other than loopback, and this machine has none');
}

/** A libconfig string: quotes and backslashes escaped, control characters refused. */
function quoted(text: string): string {
  if (/[\u0000-\u001f]/.test(text)) throw new Error('a Janus setting may not contain control characters');
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

/** Shared libraries of Debian's package that are not used, and are therefore not loaded. */
const UNUSED = {
  plugins: ['audiobridge', 'duktape', 'lua', 'nosip', 'recordplay', 'sip', 'streaming', 'textroom', 'videocall', 'voicemail'],
  transports: ['http', 'mqtt', 'nanomsg', 'pfunix', 'rabbitmq'],
  events: ['gelfevh', 'mqttevh', 'nanomsgevh', 'rabbitmqevh', 'wsevh'],
};

function disabled(names: string[]): string {
  return quoted(names.map((name) => `libjanus_${name}.so`).join(','));
}

function coreFile(settings: JanusSettings, bindAddress: string): string {
  const { publicAddress, turn } = settings;
  const nat = [
    `ice_enforce_list = ${quoted(bindAddress)}`,
    'ice_tcp = false',
    ...(publicAddress ? [`nat_1_1_mapping = ${quoted(publicAddress)}`, 'keep_private_host = true'] : []),
    ...(turn ? [
      `turn_server = ${quoted(turn.server)}`, `turn_port = ${turn.port}`, `turn_type = ${quoted(turn.type)}`,
      `turn_user = ${quoted(turn.user)}`, `turn_pwd = ${quoted(turn.password)}`,
    ] : []),
  ];
  const timeout = settings.sessionTimeoutSeconds ?? 60;
  return `general: {
  configs_folder = ${quoted(resolve(settings.folder))}
  debug_level = 4
  debug_timestamps = true
  debug_colors = false
  log_to_stdout = false
  log_to_file = ${quoted(resolve(settings.logFile))}
  server_name = "kaiting"
  api_secret = ${quoted(settings.apiSecret)}
  admin_secret = ${quoted(settings.adminKey)}
  session_timeout = ${timeout}
  reclaim_session_timeout = ${timeout}
  # A file that still carries this ending was not closed: the mark of an unclean end.
  recordings_tmp_ext = "tmp"
  hide_dependencies = true
}
certificates: { }
media: {
  ipv6 = false
  rtp_port_range = ${quoted(`${settings.rtpPortRange.first}-${settings.rtpPortRange.last}`)}
  # Seconds without a packet until Janus says that a medium is not received any more.
  no_media_timer = 1
  slowlink_threshold = 4
}
nat: {
  ${nat.join('\n  ')}
}
plugins: { disable = ${disabled(UNUSED.plugins)} }
transports: { disable = ${disabled(UNUSED.transports)} }
loggers: { disable = "libjanus_jsonlog.so" }
events: {
  broadcast = true
  stats_period = 5
  disable = ${disabled(UNUSED.events)}
}
`;
}

/**
 * Writes the configuration folder.
 * @returns where it lies and how to start Janus with it.
 * @throws Error when no address for media exists or a setting cannot be written.
 */
export async function writeJanusConfiguration(settings: JanusSettings): Promise<JanusConfiguration> {
  const folder = resolve(settings.folder);
  const bindAddress = settings.bindAddress ?? firstMediaAddress();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(resolve(settings.recordingsFolder), { recursive: true });
  const files: Record<string, string> = {
    'janus.jcfg': coreFile(settings, bindAddress),
    'janus.transport.websockets.jcfg': `general: {
  json = "compact"
  pingpong_trigger = 5
  pingpong_timeout = 5
  ws = true
  ws_ip = "127.0.0.1"
  ws_port = ${settings.websocketPort}
  wss = false
}
admin: {
  admin_ws = true
  admin_ws_ip = "127.0.0.1"
  admin_ws_port = ${settings.adminPort}
  admin_wss = false
}
`,
    'janus.plugin.videoroom.jcfg': `general: {
  admin_key = ${quoted(settings.adminKey)}
  lock_rtp_forward = true
  string_ids = true
}
`,
    'janus.plugin.echotest.jcfg': 'general: { events = false }\n',
    'janus.eventhandler.sampleevh.jcfg': `general: {
  enabled = true
  events = "sessions,handles,webrtc,media,plugins,transports,core"
  grouping = true
  json = "compact"
  backend = "http://127.0.0.1:${settings.eventsPort}/"
  backend_user = ${quoted(EVENTS_USER)}
  backend_pwd = ${quoted(settings.apiSecret)}
  # The pause doubles: 12 attempts hold the events for almost 7 minutes of an absent media host.
  max_retransmissions = 12
  retransmissions_backoff = 100
}
`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { mode: 0o600 });
  return { folder, args: ['-F', folder, '-o'], url: `ws://127.0.0.1:${settings.websocketPort}`, bindAddress };
}
