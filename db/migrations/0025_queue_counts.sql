-- What the counts of a division read for one office: its own tasks of the division alone, and nothing but the index.
CREATE INDEX "tasks_open_counts" ON "tasks" ("division", "role", "kind", "overdue", "id") WHERE state = 'open';
