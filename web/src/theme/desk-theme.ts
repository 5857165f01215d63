/** The court's look for antd: the colours of tokens.css, measured for contrast; dense, flat, square. */
import type { ThemeConfig } from 'antd';

export const deskTheme: ThemeConfig = {
  cssVar: {},
  token: {
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#0747ad',
    colorLinkHover: '#0747ad',
    colorLink: '#0958d9',
    colorSuccess: '#237804',
    colorError: '#cf1322',
    colorWarning: '#874d00',
    colorWarningBg: '#fff6e0',
    colorWarningBorder: '#d9b25f',
    green: '#237804',
    red: '#a8071a',
    colorText: '#1b2230',
    colorTextSecondary: '#4a5263',
    colorTextTertiary: '#5f6675',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDescription: 'rgba(0,0,0,.65)',
    colorBorder: '#b9c0cc',
    colorBorderSecondary: '#d9dde4',
    colorBgLayout: '#f3f4f6',
    fontFamily: 'var(--font)',
    fontSize: 14,
    borderRadius: 4,
    borderRadiusLG: 4,
    motion: false,
  },
  components: {
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelColor: '#1b2230' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
