import type pg from 'pg';

const ROWS = 200;

/** Rows a second that one connection stores durably, 200 to a statement, each statement a commit. */
export async function insertRaw(
  db: pg.Client,
  body: string,
  milliseconds: number,
): Promise<number> {
  await db.query(
    'create table bench_raw (id bigint generated always as identity primary key, key text, body text)',
  );
  try {
    const bodies = Array.from({ length: ROWS }, () => body);
    const keys = bodies.map((_, index) => `bench:order:${index}`);
    const started = performance.now();
    let rows = 0;
    while (performance.now() - started < milliseconds) {
      await db.query(
        'insert into bench_raw (key, body) select * from unnest($1::text[], $2::text[])',
        [keys, bodies],
      );
      rows += ROWS;
    }
    return (rows / (performance.now() - started)) * 1000;
  } finally {
    await db.query('drop table bench_raw');
  }
}
