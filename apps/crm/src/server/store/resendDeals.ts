/** Migration that tells the vendor of a contact's deals again when the contact is deleted or restored: they lose and regain it. */
export const resendDeals = `
  CREATE TRIGGER outbox_of_deals_of_contact AFTER UPDATE OF deleted_at ON contacts
  WHEN old.deleted_at IS NOT new.deleted_at BEGIN
    INSERT INTO outbox (kind, id)
    SELECT 'deals', id FROM deals WHERE contact_id = new.id AND deleted_at IS NULL
    ON CONFLICT (kind, id) DO UPDATE SET revision = revision + 1, is_of_sync = 0;
  END;
`
