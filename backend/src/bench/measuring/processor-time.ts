import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;
/** Fields of /proc/PID/stat after the name, which may hold anything: 1 is the parent, 11 to 14 are times. */
const PARENT = 1;
const OWN = [11, 12];
const OF_ENDED_CHILDREN = [13, 14];

/** Milliseconds of processor time that a process has used; null where the system does not tell. */
export function processorTime(pid: number): number | null {
  const fields = statOf(pid);
  return fields && sum(fields, OWN);
}

/** The same of a database server with all its processes, those that have ended too. */
export function serverProcessorTime(postmaster: number): number | null {
  const server = statOf(postmaster);
  if (!server) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((fields) => fields !== null && Number(fields[PARENT]) === postmaster);
  const living = children.reduce((all, fields) => all + (fields ? sum(fields, OWN) : 0), 0);
  return sum(server, [...OWN, ...OF_ENDED_CHILDREN]) + living;
}

export function parentOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields && Number(fields[PARENT]);
}

/** Megabytes of memory that a process occupies; null where the system does not tell. */
export function residentMemory(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Math.round(Number(found[1]) / 1_024) : null;
  } catch {
    return null;
  }
}

function statOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function sum(fields: readonly string[], which: readonly number[]): number {
  return which.reduce((all, index) => all + Number(fields[index]) * TICK_MS, 0);
}
