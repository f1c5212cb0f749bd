/** The job that removes the files of attachments that belong to nothing. */
export const ATTACHMENT_SWEEP = 'sweep-attachments';
