"""python3 check_tables.py FOLDER > tables.json: reads what write-tables.js wrote with PyArrow and DuckDB (pip install pyarrow duckdb),
checks that Parquet, Arrow, CSV and JSON say the same bit for bit, and that they say what odd-table.ts put in; prints the SHA-256 of each file."""
import csv, hashlib, json, math, struct, sys
from pathlib import Path
import duckdb, pyarrow as pa, pyarrow.ipc as ipc, pyarrow.parquet as pq

WEIRD = [math.nan, -0.0, 0.0, math.inf, -math.inf, 5e-324, 1.7976931348623157e308, 0.1]
TEXTS = ['signal', 'say "no", twice\r\n', 'gewöhnlich', '取引 😀', '']
MAX = 2**53 - 1


def bits(value):
    return struct.pack('<d', value) if isinstance(value, float) else value


def column(table, name):
    return [bits(value) for value in table[name].to_pylist()]


def expected(rows):
    r = range(rows)
    return {
        'even': [1700000000000 + i * 60000 for i in r],
        'gaps': [i * i * 1009 + i % 13 for i in r],
        'wide': [MAX - rows + i if i > 100 else i for i in r],
        'early': [-8 * 10**15 + i * 10**11 for i in r],
        'unordered': [i * 7919 % 1013 * 10**12 - 5 * 10**14 for i in r],
        'extremes': [-MAX if i % 2 == 0 else MAX for i in r],
        'noise': [i * 48271 % 65537 / 3 - 1e4 for i in r],
        'runs': [WEIRD[i // 100 % 8] for i in r],
        'constant': [7.0 for _ in r],
        'weird': [WEIRD[i % 8] for i in r],
        'maybe': [None if i % 3 == 0 else i / 7 for i in r],
        'mostly': [None if 1000 < i < 1500 else (-float(i)) for i in r],
        'never': [None for _ in r],
        'flag': [i % 5 == 0 for i in r],
        'text': [TEXTS[i * i % 5] for i in r],
        'one': ['x' for _ in r],
        'many.distinct': [f'n{i}' for i in r],
    }


def check_text(values, cells, members):
    for value, cell, member in zip(values, cells, members, strict=True):
        if value is None or (isinstance(value, float) and math.isnan(value)):
            assert cell == '' and member is None
        elif isinstance(value, bool):
            assert cell == str(value).lower() and member is value
        elif isinstance(value, float):
            assert bits(float(cell)) == bits(value)
            assert member is None if math.isinf(value) else bits(float(member)) == bits(value)
        else:
            assert cell == str(value) and member == value


def check(folder, rows):
    parquet, arrow, text, members = (folder / f'odd-{rows}.{end}' for end in ('parquet', 'arrow', 'csv', 'json'))
    table = pq.read_table(parquet)
    table.validate(full=True)
    duck = duckdb.sql(f"select * from '{parquet}'").to_arrow_table()
    other = ipc.open_file(str(arrow)).read_all()
    other.validate(full=True)
    assert table.schema.equals(other.schema), (table.schema, other.schema)
    assert table.num_rows == rows and table.schema.metadata[b'projecta.table'] == b'odd'
    assert other.schema.field('even').metadata == {b'unit': b'ms'}
    with open(text, newline='', encoding='utf8') as file:
        cells = list(csv.DictReader(file))
    objects = json.loads(members.read_text(encoding='utf8'))
    for name, values in expected(rows).items():
        want = [bits(value) for value in values]
        for source in (table, duck, other):
            assert column(source, name) == want, (rows, name)
        check_text(values, [row[name] for row in cells], [row[name] for row in objects])
    assert list(expected(rows)) == table.column_names
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (parquet, arrow, text, members)}


digests = {}
for rows in (0, 1, 2000, 20_000, 150_000):
    digests |= check(Path(sys.argv[1]), rows)
print(json.dumps({'checked_with': {'pyarrow': pa.__version__, 'duckdb': duckdb.__version__}, 'sha256': digests}, indent=2))
