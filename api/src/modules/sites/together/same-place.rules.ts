/** What a register calls a place: the code of a station, the `site_id` of a brownfield inventory (CNIG). */
export const UIC = /^[0-9]{8}$/;
export const INVENTORY_ID = /^[0-9][0-9AB][0-9]{3}_[0-9A-Za-z._-]{1,40}$/;
