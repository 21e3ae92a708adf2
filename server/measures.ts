/** A number of this moment, or one for each value of a label. */
export interface Gauge {
  name: string;
  help: string;
  type?: 'gauge' | 'counter';
  values: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];
}

export interface Counter {
  add(label: string): void;
  text(): string;
}

export interface Histogram {
  observe(labels: readonly string[], value: number): void;
  text(): string;
}

/** What a server counts of itself while it runs, in its memory. */
export interface Measures {
  /** By operation and class of status, in seconds. */
  requests: Histogram;
  /** Codes of authenticators, by what came of them. */
  codes: Counter;
}

/** Seconds. Most answers take a few milliseconds; one with a password a tenth of a second. */
const REQUEST_BOUNDS = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMeasures(): Measures {
  return {
    requests: createHistogram(
      {
        name: 'gatehouse_http_request_duration_seconds',
        help: 'Time to answer, by operation and class of status.',
        labels: ['operation', 'status'],
      },
      REQUEST_BOUNDS,
    ),
    codes: createCounter({
      name: 'gatehouse_code_checks_total',
      help: 'Codes of authenticators that were looked at, by what came of them.',
      label: 'outcome',
    }),
  };
}

/** In Prometheus' text format, version 0.0.4. Nothing where there are no values. */
export function gaugeText({ name, help, type = 'gauge', values }: Gauge): string {
  if (values.length === 0) return '';
  const lines = values.map(([labels, value]) => `${name}${labelText(Object.entries(labels))} ${value}\n`);
  return head(name, type, help) + lines.join('');
}

function createCounter({ name, help, label }: { name: string; help: string; label: string }): Counter {
  const counts = new Map<string, number>();
  return {
    add: (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
    text: () =>
      gaugeText({
        name,
        help,
        type: 'counter',
        values: [...counts].map(([value, n]) => [{ [label]: value }, n]),
      }),
  };
}

interface Series {
  labels: readonly string[];
  /** How many were at most each bound, and not at most the one before; then those above all. */
  counts: number[];
  sum: number;
}

/** An observation is a look-up and a short walk: it happens at every answer. */
function createHistogram(
  { name, help, labels: names }: { name: string; help: string; labels: readonly string[] },
  bounds: readonly number[],
): Histogram {
  const all = new Map<string, Series>();

  function seriesText({ labels, counts, sum }: Series): string {
    const named = names.map((label, index) => [label, labels[index] ?? ''] as const);
    let upTo = 0;
    const buckets = [...bounds, '+Inf'].map((bound, index) => {
      upTo += counts[index] ?? 0;
      return `${name}_bucket${labelText([...named, ['le', String(bound)]])} ${upTo}\n`;
    });
    const told = labelText(named);
    return `${buckets.join('')}${name}_sum${told} ${sum}\n${name}_count${told} ${upTo}\n`;
  }

  return {
    observe(labels, value) {
      const key = labels.join('\n');
      let series = all.get(key);
      if (!series) {
        series = { labels, counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
        all.set(key, series);
      }
      let index = 0;
      while (index < bounds.length && value > (bounds[index] ?? 0)) index += 1;
      series.counts[index] = (series.counts[index] ?? 0) + 1;
      series.sum += value;
    },
    text: () =>
      all.size === 0 ? '' : head(name, 'histogram', help) + [...all.values()].map(seriesText).join(''),
  };
}

const head = (name: string, type: string, help: string) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

function labelText(labels: Iterable<readonly [string, string]>): string {
  const pairs = [...labels].map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
