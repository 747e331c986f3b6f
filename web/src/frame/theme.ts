// What scripts read off the theme's own part of a page, by selectors. A test holds that pages have each of them.
export enum Theme {
  Header = ".md-header",
  HeaderTitle = ".md-header__title",
  Main = ".md-main",
  PageTitle = ".md-content h1",
  /** What scrolls beside the page: its menu and its contents. */
  Column = ".md-sidebar__scrollwrap",
  /** The entry of the page in the menu. */
  Entry = ".md-nav--primary a.md-nav__link--active",
  Contents = ".md-nav--secondary",
  /** The checkbox that opens a group of the menu. */
  Group = ".md-nav__toggle",
  /** The colors to choose from, each with a label that switches to the next. */
  Colors = ".md-option",
}

/** The classes by which the theme's style sheet draws where a reader is. */
export enum State {
  NoScript = "no-js",
  Active = "md-nav__link--active",
  Passed = "md-nav__link--passed",
  Raised = "md-header--shadow",
  TitleShown = "md-header__title--active",
}
