/** A message that is not as the schema says. */
export class MalformedMessageError extends Error {}

/** Makes a value of JSON, or throws a {@link MalformedMessageError} that names the field. */
export type Reader<T> = (value: unknown, name: string) => T;

type Shape = Readonly<Record<string, Reader<unknown>>>;
type Read<S extends Shape> = { readonly [K in keyof S]: ReturnType<S[K]> };
type Tagged<K extends string, S extends Record<string, Shape>> = {
  [N in keyof S]: { readonly [P in K]: N } & Read<S[N]>;
}[keyof S];

export function text(maxLength = Infinity): Reader<string> {
  return (value, name) => {
    if (typeof value !== 'string') {
      throw wrong(value, name, 'a string');
    } else if (value.length > maxLength) {
      throw new MalformedMessageError(`${name} is longer than ${maxLength}`);
    }
    return value;
  };
}

export function integer(min: number, max: number): Reader<number> {
  return (value, name) => {
    if (!Number.isInteger(value)) {
      throw wrong(value, name, 'an integer');
    } else if ((value as number) < min || (value as number) > max) {
      throw new MalformedMessageError(`${name} is not between ${min} and ${max}`);
    }
    return value as number;
  };
}

export const flag: Reader<boolean> = (value, name) => {
  if (typeof value !== 'boolean') {
    throw wrong(value, name, 'a boolean');
  }
  return value;
};

/** One of some words. */
export function choice<const W extends readonly string[]>(words: W): Reader<W[number]> {
  return (value, name) => {
    const word = text()(value, name);
    if (!words.includes(word)) {
      throw new MalformedMessageError(`${name} is not one of [${words.join(', ')}]`);
    }
    return word;
  };
}

export function list<T>(element: Reader<T>, maxLength = Infinity): Reader<readonly T[]> {
  return (value, name) => {
    if (!Array.isArray(value)) {
      throw wrong(value, name, 'an array');
    } else if (value.length > maxLength) {
      throw new MalformedMessageError(`${name} has more than ${maxLength} elements`);
    }
    return value.map((each) => element(each, `${name}[]`));
  };
}

/** Absent and null mean the same. */
export function optional<T, D>(reader: Reader<T>, absent: D): Reader<T | D> {
  return (value, name) => (value === undefined || value === null ? absent : reader(value, name));
}

export function object<S extends Shape>(shape: S): Reader<Read<S>> {
  return (value, name) => {
    const fields = record(value, name);
    const read: Record<string, unknown> = {};
    for (const [field, reader] of Object.entries(shape)) {
      read[field] = reader(fields[field], name ? `${name}.${field}` : field);
    }
    return read as Read<S>;
  };
}

/** An object that comes in several shapes; a field of it tells which. Undefined for one that is not known. */
export function tagged<const K extends string, S extends Record<string, Shape>>(
  key: K,
  shapes: S,
): Reader<Tagged<K, S> | undefined> {
  return (value, name) => {
    const fields = record(value, name);
    const tag = text()(fields[key], name ? `${name}.${key}` : key);
    const shape = Object.hasOwn(shapes, tag) ? shapes[tag] : undefined;
    return shape && ({ [key]: tag, ...object(shape)(value, name) } as Tagged<K, S>);
  };
}

/** For where only the known shapes may stand. */
export function known<T>(reader: Reader<T | undefined>, key: string, names: readonly string[]): Reader<T> {
  return (value, name) => {
    const read = reader(value, name);
    if (read === undefined) {
      throw new MalformedMessageError(`${name}.${key} is not one of [${names.join(', ')}]`);
    }
    return read;
  };
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(value, name || 'the message', 'an object');
  }
  return value as Record<string, unknown>;
}

function wrong(value: unknown, name: string, wanted: string): MalformedMessageError {
  return new MalformedMessageError(
    value === undefined || value === null ? `${name} is missing` : `${name} is not ${wanted}`,
  );
}
