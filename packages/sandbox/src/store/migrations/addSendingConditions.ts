/** What stands for or against messages: settings of the account, and customers who cannot be reached. */
export const addSendingConditions = `
  CREATE TABLE account_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE customers (
    chat_type TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (chat_type, chat_id)
  );
`
