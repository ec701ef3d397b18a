"""The database refuses to change or remove an entry of the trail."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER trail_entry_no_update BEFORE UPDATE ON trail_entry
       BEGIN SELECT RAISE(ABORT, 'an entry of the trail is never changed'); END""",
    """CREATE TRIGGER trail_entry_no_delete BEFORE DELETE ON trail_entry
       BEGIN SELECT RAISE(ABORT, 'an entry of the trail is never removed'); END""",
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    """CREATE TRIGGER trail_entry_no_replace BEFORE INSERT ON trail_entry
       WHEN EXISTS (SELECT 1 FROM trail_entry WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'an entry of the trail is never replaced'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION trail_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'an entry of the trail is never changed or removed'; END $$""",
    """CREATE TRIGGER trail_entry_no_change BEFORE UPDATE OR DELETE ON trail_entry
       FOR EACH ROW EXECUTE FUNCTION trail_entry_refuse()""",
    """CREATE TRIGGER trail_entry_no_truncate BEFORE TRUNCATE ON trail_entry
       FOR EACH STATEMENT EXECUTE FUNCTION trail_entry_refuse()""",
]


def refuse_change(apps, schema_editor):
    """Set the triggers in the words of the database at hand."""
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Not to be undone: a trail that can be opened for change is none."""

    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunPython(refuse_change)]
