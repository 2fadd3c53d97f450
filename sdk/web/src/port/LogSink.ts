export type LogLevel = 'error' | 'warn' | 'info';

/** Where the SDK says what happens, for developers. */
export type LogSink = (level: LogLevel, message: string) => void;
