/** What a stand-in shall do wrong, and to which requests. */
export interface Fault {
  /** HTTP method; any when absent. */
  method?: string;
  /** Regular expression that the path with its query must match; any when absent. */
  path?: string;
  /** How many requests it hits before it is used up; 1 when absent. */
  times?: number;
  /** Wait so long (real milliseconds) before going on. */
  delayMs?: number;
  /** Answer this status instead of doing the work. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it is when it is a string. */
  body?: unknown;
  /** Cut the connection without an answer. */
  drop?: boolean;
  /** With `drop` or `status`: do the work first, so that only the answer is lost. */
  afterWork?: boolean;
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault for this request, if any; counts it. */
  take(method: string, path: string): Fault | undefined;
  list(): Fault[];
  clear(): void;
}

export function createFaults(): Faults {
  let faults: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const hit = faults.find(({ fault }) => matches(fault, method, path));
      if (!hit) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) faults = faults.filter((other) => other !== hit);
      return hit.fault;
    },
    list: () => faults.map(({ fault, left }) => ({ ...fault, times: left })),
    clear: () => {
      faults = [];
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  return !fault.path || new RegExp(fault.path).test(path);
}
