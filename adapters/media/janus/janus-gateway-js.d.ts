/** The part of janus-gateway-js 2.0.2 that `videoroom-connection.ts` uses; the package has no types. */
declare module 'janus-gateway-js' {
  interface PlainMessage {
    janus: string;
    session_id?: number;
    transaction?: string;
    plugindata?: { plugin: string; data: Record<string, unknown> };
    error?: { code: number; reason: string };
    data?: Record<string, unknown>;
  }
  interface JanusMessage {
    getPlainMessage(): PlainMessage;
  }
  interface Transaction {
    promise: Promise<unknown>;
    execute(message: { getError(): { reason: string; code: number } }): Promise<unknown>;
  }
  export interface Gateway {
    on(event: string, listener: (value: unknown) => void): void;
    getTransactions(): { list: Record<string, Transaction> };
  }
  interface Plugin extends Gateway {
    sendWithTransaction(message: { janus?: string; body: Record<string, unknown> }): Promise<JanusMessage>;
  }
  interface Session extends Gateway {
    attachPlugin(name: string): Promise<Plugin>;
    destroy(): Promise<unknown>;
  }
  interface Connection extends Gateway {
    open(): Promise<Connection>;
    close(): Promise<void>;
    createSession(): Promise<Session>;
    isClosed(): boolean;
  }
  interface ConnectionOptions {
    apisecret?: string;
    keepalive?: boolean | number;
  }
  const janus: {
    Connection: { new (id: string, address: string, options: ConnectionOptions): Connection };
  };
  export default janus;
}
