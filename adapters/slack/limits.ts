/**
 * Slack's limits, each with the page that states it. Texts are counted in characters as JavaScript counts them, which
 * is never fewer than Slack counts.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks/ */
  blocksInMessage: 50,
  /** https://docs.slack.dev/reference/views/modal-views */
  blocksInModal: 100,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block (rich text states none; we keep the same) */
  textInBlock: 3_000,
  /** Above about 13,000 Slack answers msg_blocks_too_long: https://docs.slack.dev/reference/methods/chat.postMessage */
  textInMessage: 12_000,
  /** Past 4,000 Slack advises against, past 40,000 it cuts: https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
  fallbackText: 4_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  buttonsInBlock: 25,
  /** Label, and accessibility_label too: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonLabel: 75,
  buttonValue: 2_000,
  /** action_id and block_id: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  id: 255,
  /** https://docs.slack.dev/reference/block-kit/block-elements/rich-text-section-element (a URL anywhere: 3,000) */
  url: 3_000,
  /** title, submit and close: https://docs.slack.dev/reference/views/modal-views */
  modalTitle: 24,
  privateMetadata: 3_000,
  /** label and hint: https://docs.slack.dev/reference/block-kit/blocks/input-block */
  fieldLabel: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  fieldText: 3_000,
  placeholder: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionLabel: 75,
  optionValue: 150,
  /** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
  radioOptions: 10,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  /** Slack drops a trigger, and a request that nobody answered, after 3 s: https://docs.slack.dev/interactivity/handling-user-interaction */
  answerWithinMs: 2_800,
} as const;
